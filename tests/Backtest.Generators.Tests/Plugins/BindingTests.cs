namespace Backtest.Tests;

public sealed class BindingTests
{
    [Fact]
    public void What_is_left_out_has_its_default()
    {
        Everything bound = Probe.Bound("{}");
        Assert.Equal(10, bound.Count);
        Assert.Equal(0.5, bound.Share);
        Assert.Equal(1.5m, bound.Cash);
        Assert.Equal("none", bound.Name);
        Assert.Equal(TimeSpan.FromMinutes(15), bound.Pause);
        Assert.Equal(new DateOnly(2020, 1, 31), bound.Start);
        Assert.Null(bound.Limit);
        Assert.Equal([1, 2], bound.Weights);
        Assert.Equal([Mood.VeryNervous], bound.Moods);
        Assert.Equal(1, bound.Frame.Width);
        Assert.Null(bound.Favorite);
    }

    [Fact]
    public void What_is_written_replaces_the_default()
    {
        Everything bound = Probe.Bound("""
            {
              "count": 7, "ticks": 9000000000, "share": 0.25, "cash": 0.1, "is_loud": true, "name": "Bob", "mood": "very_nervous",
              "pause": "2h", "start": "2021-02-28", "limit": 3, "weights": [0.5], "moods": ["calm", "very_nervous"],
              "frame": {"width": 4, "mood": "calm"}
            }
            """);
        Assert.Equal(7, bound.Count);
        Assert.Equal(9_000_000_000, bound.Ticks);
        Assert.Equal(0.25, bound.Share);
        Assert.Equal(0.1m, bound.Cash);
        Assert.True(bound.IsLoud);
        Assert.Equal("Bob", bound.Name);
        Assert.Equal(Mood.VeryNervous, bound.Mood);
        Assert.Equal(TimeSpan.FromHours(2), bound.Pause);
        Assert.Equal(new DateOnly(2021, 2, 28), bound.Start);
        Assert.Equal(3, bound.Limit);
        Assert.Equal([0.5], bound.Weights);
        Assert.Equal([Mood.Calm, Mood.VeryNervous], bound.Moods);
        Assert.Equal(new Frame { Width = 4, Mood = Mood.Calm }, bound.Frame);
    }

    [Fact]
    public void Union_is_chosen_by_its_type() =>
        Assert.Equal(
            new RoundedSquare { Size = 2, Corners = 8 },
            Probe.Bound("""{"favorite": {"type": "rounded_square", "size": 2, "corners": 8}}""").Favorite);

    [Fact]
    public void Map_keeps_the_order_written()
    {
        IReadOnlyDictionary<string, Shape> shapes =
            Probe.Bound("""{"shapes": {"b": {"type": "circle", "size": 1}, "a": {"type": "circle", "size": 2}}}""").Shapes;
        Assert.Equal(["b", "a"], shapes.Keys);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"~\"")]
    [InlineData("\"\"")]
    public void Nothing_is_written_as_null_or_left_empty(string nothing) =>
        Assert.Null(Probe.Bound($$"""{"limit": {{nothing}}, "favorite": {{nothing}}}""").Limit);

    [Theory]
    [InlineData("\"01:30:00\"", 90)]
    [InlineData("\"90m\"", 90)]
    [InlineData("\"1d\"", 1440)]
    public void Length_of_time_has_a_unit_or_is_a_clock(string written, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Probe.Bound($$"""{"pause": {{written}}}""").Pause);

    [Theory]
    [InlineData("""{"count": 0}""", "out_of_range", "count", "found 0, expected a whole number from 1 to 100.")]
    [InlineData("""{"count": 101}""", "out_of_range", "count", "found 101, expected a whole number from 1 to 100.")]
    [InlineData("""{"share": 0}""", "out_of_range", "share", "found 0, expected a number above 0.")]
    [InlineData("""{"limit": 0}""", "out_of_range", "limit", "found 0, expected a whole number of at least 1.")]
    [InlineData("""{"weights": [1, -1]}""", "out_of_range", "weights[1]", "found -1, expected a number of at least 0.")]
    [InlineData("""{"favorite": {"type": "circle", "size": -2}}""", "out_of_range", "favorite.size",
        "found -2, expected a number of at least 0.")]
    [InlineData("""{"count": 1.5}""", "wrong_type", "count", "found '1.5', expected a whole number.")]
    [InlineData("""{"count": "1,000"}""", "wrong_type", "count", "found '1,000', expected a whole number.")]
    [InlineData("""{"count": "\"10"}""", "wrong_type", "count", "found the text \"10\", expected a whole number.")]
    [InlineData("""{"count": null}""", "wrong_type", "count", "found nothing, expected a whole number.")]
    [InlineData("""{"share": "5%"}""", "wrong_type", "share", "found '5%', expected a number.")]
    [InlineData("""{"share": "NaN"}""", "wrong_type", "share", "found 'NaN', expected a number.")]
    [InlineData("""{"cash": "1_000"}""", "wrong_type", "cash", "found '1_000', expected a number.")]
    [InlineData("""{"is_loud": "yes"}""", "wrong_type", "is_loud", "found 'yes', expected true or false.")]
    [InlineData("""{"name": [1]}""", "wrong_type", "name", "found a list, expected text.")]
    [InlineData("""{"weights": 3}""", "wrong_type", "weights", "found '3', expected a list.")]
    [InlineData("""{"shapes": []}""", "wrong_type", "shapes", "found a list, expected a map of keys and values.")]
    [InlineData("""{"frame": 3}""", "wrong_type", "frame", "found '3', expected a map of keys and values.")]
    [InlineData("""{"pause": 15}""", "wrong_type", "pause", "found '15', expected a length of time such as 15m, 1d or 01:30:00.")]
    [InlineData("""{"start": "2021-02-29"}""", "wrong_type", "start", "found '2021-02-29', expected a date such as 2024-01-31.")]
    [InlineData("""{"start": 2021}""", "wrong_type", "start", "found '2021', expected a date such as 2024-01-31.")]
    [InlineData("""{"mood": "calmer"}""", "unknown_value", "mood", "found 'calmer', expected one of calm, very_nervous.")]
    [InlineData("""{"favorite": {"type": "cirle", "size": 1}}""", "unknown_value", "favorite.type",
        "found 'cirle', expected one of circle, rounded_square.")]
    [InlineData("""{"favorite": {"size": 1}}""", "missing_key", "favorite.type", "'type' is missing.")]
    [InlineData("""{"favorite": {"type": "circle"}}""", "missing_key", "favorite.size", "'size' is missing.")]
    [InlineData("""{"frame": {}}""", "missing_key", "frame.width", "'width' is missing.")]
    [InlineData("""{"frame": {"width": 1, "widht": 2}}""", "unknown_key", "frame.widht", "'widht' is not known here.")]
    public void What_is_wrong_is_named_with_its_key(string json, string code, string key, string message)
    {
        InputError error = Assert.Single(Written.Errors(new EverythingFactory(), json));
        Assert.Equal((code, $"risk.parameters.{key}", message), (error.Code, error.Key, error.Message));
    }

    [Fact]
    public void Unknown_key_names_the_one_probably_meant_and_all_that_are_allowed()
    {
        InputError error = Assert.Single(Written.Errors(new EverythingFactory(), """{"favourite": null}"""));
        Assert.Equal(
            "Did you mean 'favorite'? Allowed here: count, ticks, share, cash, is_loud, name, mood, pause, start, limit, weights, moods, shapes, "
            + "favorite, frame.",
            error.Fix);
    }

    [Theory]
    [InlineData("""{"share": "5%"}""", "Write a fraction: 0.05 for 5%.")]
    [InlineData("""{"cash": "1_000"}""", "Write the number without underscores.")]
    [InlineData("""{"count": "\"10"}""", "Remove the quotes.")]
    public void Common_slip_comes_with_its_mend(string json, string fix) =>
        Assert.Equal(fix, Assert.Single(Written.Errors(new EverythingFactory(), json)).Fix);

    [Fact]
    public void Every_error_is_found_in_one_pass_with_its_line()
    {
        IReadOnlyList<InputError> errors = Written.Errors(new EverythingFactory(), """
            {
              "count": 0,
              "frame": {
                "width": "wide"
              },
              "colour": 1
            }
            """);
        Assert.Equal(
            [("risk.parameters.count", 2), ("risk.parameters.frame.width", 4), ("risk.parameters.colour", 6)],
            errors.Select(error => (error.Key, error.Position.Line)));
    }

    [Fact]
    public void Author_validates_what_was_bound_in_its_context()
    {
        BindingContext context = new() { Regimes = ["bear", "bull"] };
        InputError error = Assert.Single(Written.Errors(new EverythingFactory(), """
            {
              "shapes": {
                "bull": {"type": "circle", "size": 1},
                "calm": {"type": "circle", "size": 1}
              }
            }
            """, context));
        Assert.Equal(("risk.parameters.shapes.calm", 4), (error.Key, error.Position.Line));
    }

    [Fact]
    public void Author_validates_only_what_could_be_bound()
    {
        BindingContext context = new() { Regimes = ["bear"] };
        string json = """{"count": 0, "shapes": {"calm": {"type": "circle", "size": 1}}}""";
        Assert.Equal("out_of_range", Assert.Single(Written.Errors(new EverythingFactory(), json, context)).Code);
    }

    [Fact]
    public void Node_is_not_made_from_invalid_parameters() =>
        Assert.Equal("out_of_range", Assert.Single(Assert.Throws<InputException>(() => Probe.Bound("""{"count": 0}""")).Errors).Code);

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(0.25, Probe.Bound("""{"share": 0.25}""").Share);
            Assert.Contains(
                "above 0.5", Assert.Single(Written.Errors(new HalfFactory(), """{"share": 0.25}""")).Message, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
