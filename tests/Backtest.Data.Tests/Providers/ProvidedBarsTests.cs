using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Tests.Providers;

public sealed class ProvidedBarsTests
{
    private static readonly Bar First = Day(2, 1.5);
    private static readonly Bar Second = Day(3, 1.75);

    [Fact]
    public void Bars_of_a_plugin_are_bars_of_a_source()
    {
        using IBarSource source = Open(new ScriptedProvider(First, Second));

        Assert.Equal(["A", "B"], DataFolder.Symbols(source));
        BarSeries bars = DataFolder.Bars(source, "A", block: 1);
        Assert.Equal([1.5, 1.75], DataFolder.Closes(bars));
        Assert.Equal(["2020-01-02", "2020-01-03"], DataFolder.Days(bars));
        Assert.Equal(["B", "A"], source.Actions.Select(action => action.Symbol));
    }

    [Fact]
    public void The_plugin_is_told_what_the_run_file_asks_for()
    {
        var provider = new ScriptedProvider(First);
        using IBarSource source = Open(provider, new BarSourceOptions.Plugin
        {
            Id = "scripted",
            Symbols = ["A"],
            Path = "bars",
            BaseDirectory = Path.GetTempPath(),
            Timeframe = Timeframe.Hour,
            Start = new DateOnly(2020, 1, 1),
        });

        Assert.Equal(["A"], DataFolder.Symbols(source));
        Assert.Equal(Path.Combine(Path.GetTempPath(), "bars"), provider.Request!.Path);
        Assert.Equal((Timeframe.Hour, new DateOnly(2020, 1, 1)), (provider.Request.Timeframe, provider.Request.Start!.Value));
    }

    [Fact]
    public void Bars_of_days_nobody_asked_for_are_left_out()
    {
        using IBarSource source = Open(new ScriptedProvider(First, Second), Options with { Start = new DateOnly(2020, 1, 3) });
        Assert.Equal([1.75], DataFolder.Closes(DataFolder.Bars(source, "A")));
    }

    [Fact]
    public void The_bars_read_are_hashed_for_the_record()
    {
        string one = Hash(First, Second);
        Assert.Equal(one, Hash(First, Second));
        Assert.NotEqual(one, Hash(First, Second with { Volume = 1 }));

        static string Hash(params Bar[] bars)
        {
            using IBarSource source = Open(new ScriptedProvider(bars), Options with { Symbols = ["A"] });
            DataFolder.Bars(source, "A");
            DataFile file = Assert.Single(source.Files);
            Assert.Equal(("scripted:A", 2), (file.Path, file.Rows));
            return file.Sha256;
        }
    }

    [Theory]
    [InlineData(PriceAdjustment.None, false)]
    [InlineData(PriceAdjustment.Splits, true)]
    public void A_plugin_that_gives_adjusted_prices_does_not_tell_by_which_factors(PriceAdjustment adjustment, bool isUnknown)
    {
        using IBarSource source = Open(new ScriptedProvider(First) { Adjustment = adjustment });

        Assert.All(source.Series, series => Assert.Equal(isUnknown, series.HasUnknownAdjustment));
    }

    public static TheoryData<Bar, string> NoBars => new()
    {
        { Second with { High = 0.5 }, "that has invalid prices" },
        { Second with { Low = 0 }, "that has invalid prices" },
        { Second with { Close = double.NaN }, "that has invalid prices" },
        { Second with { High = double.PositiveInfinity }, "that has invalid prices" },
        { Second with { End = Second.Start }, "that does not end after its start" },
        { First, "that does not end after the one before" },
    };

    [Theory]
    [MemberData(nameof(NoBars))]
    public void What_is_no_bar_is_an_error_of_the_plugin(Bar bar, string why)
    {
        using IBarSource source = Open(new ScriptedProvider(First, bar));
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Bars(source, "A"));

        Assert.StartsWith("data.source: 'scripted' gave a bar of A from 2020-01-0", exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_of_a_day_the_exchange_was_closed_is_an_error_of_the_plugin()
    {
        Bar open = Session(3);
        using IBarSource source = Open(new ScriptedProvider(open, Session(4)), Options with { Calendar = "XNYS", Symbols = ["A"] });
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Bars(source));

        Assert.Equal("XNYS", source.Series[0].Calendar.Name);
        Assert.Contains("2020-01-04 21:00:00 that is of a day on which XNYS was closed", exception.Message, StringComparison.Ordinal);

        static Bar Session(int day) => Day(day, 1.5) with
        {
            Start = new DateTime(2020, 1, day, 14, 30, 0, DateTimeKind.Utc),
            End = new DateTime(2020, 1, day, 21, 0, 0, DateTimeKind.Utc),
        };
    }

    [Fact]
    public void A_plugin_that_throws_is_named()
    {
        using IBarSource source = Open(new ScriptedProvider(First) { Fault = new IOException("the line is dead") });
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Bars(source, "A"));

        Assert.StartsWith("data.source: 'scripted' threw IOException: the line is dead", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_the_plugin_does_not_have_is_an_error() => Assert.StartsWith(
        "data.symbols: scripted does not have C.",
        Assert.Throws<InputException>(() => Open(new ScriptedProvider(First), Options with { Symbols = ["A", "C"] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_parameter_the_plugin_does_not_have_is_an_error()
    {
        var parameters = new ParameterMap([new ParameterEntry("speed", default, new ParameterScalar("1", IsQuoted: false, default))], default);
        Assert.StartsWith(
            "data.parameters.speed: ",
            Assert.Throws<InputException>(() => Open(new ScriptedProvider(First), Options with { Parameters = parameters })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_source_is_an_error() => Assert.StartsWith(
        "data.source: 'oracle' is not a source; expected csv, catalog, lean, synthetic or the id of a bar source plugin.",
        Assert.Throws<InputException>(() => DataFolder.Open(new BarSourceOptions.Plugin { Id = "oracle" })).Message,
        StringComparison.Ordinal);

    private static BarSourceOptions.Plugin Options => new() { Id = "scripted" };

    private static IBarSource Open(ScriptedProvider provider, BarSourceOptions? options = null) =>
        new BarSources(id => id == "scripted" ? provider : null).Open([options ?? Options], TestContext.Current.CancellationToken);

    private static Bar Day(int day, double close)
    {
        var start = new DateTime(2020, 1, day, 0, 0, 0, DateTimeKind.Utc);
        return new Bar(start, start.AddDays(1), 1, 2, 1, close);
    }
}
