using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>An indicator class that is a plugin: the code generated for it, how it is found, and what is rejected.</summary>
public sealed class IndicatorPluginTests
{
    private const string Source = """
        namespace Sample;

        public enum Side { High, Low }

        [IndicatorPlugin("acme-zone", Description = "Tells the zone.")]
        public sealed partial class Zone : ISeriesIndicator<double>
        {
            public Zone(int zones, double width = 1.5, bool @checked = true, Side side = Side.Low) { }
            public bool IsReady => true;
            public double Undefined => double.NaN;
            public double Update(double value) => value;
            public void Reset() { }
        }
        """;

    [Fact]
    public void Factory()
    {
        GeneratorRun run = GeneratorRun.On(Source);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Files[0].SourceText.ToString());
    }

    [Fact]
    public void Its_listing_holds_the_constructors_parameters_and_what_they_mean()
    {
        PluginAttribute listing = Assert.Single(
            typeof(Zone).Assembly.GetCustomAttributes<PluginAttribute>(), found => found.Kind == PluginKind.Indicator);

        Assert.Equal(("zone", "Tells the zone of its range a bar closes in."), (listing.Id, listing.Description));
        Assert.Contains("\"zones\": {", listing.ParametersSchema, StringComparison.Ordinal);
        Assert.Contains("How many zones there are; at least 1.", listing.ParametersSchema, StringComparison.Ordinal);
        Assert.Contains("\"default\": \"friday\"", listing.ParametersSchema, StringComparison.Ordinal);
        Assert.Contains("\"required\": [\"zones\"]", listing.ParametersSchema, StringComparison.Ordinal);
    }

    [Fact]
    public void By_id_it_is_the_computation_it_is_by_its_type()
    {
        IndicatorSpec byId = new ZoneFactory().Specify([5, 1]);

        Assert.Equal(IndicatorSpec.Bars<Zone, double>(() => new Zone(5, true), 5, 1, (double)DayOfWeek.Friday).Key, byId.Key);
    }

    [Fact]
    public void A_hub_shares_it_between_who_names_it_and_who_has_its_type()
    {
        var series = new BarSeries(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: false);
        var hub = new IndicatorHub(new RunSeries([series], []), Plugins());
        hub.Request<double>(Indicators.Plugin("zone", 5), series);
        hub.Request<double>(new ZoneFactory().Specify([5]), series);
        hub.Request<double>(Indicators.Sma(3).Of(Indicators.Plugin("zone", 5)), series);
        hub.Request<double>(Indicators.Correlation(3, Indicators.Plugin("zone", 5).Ago(1), BarField.Close), series);

        // The zone, its mean, the close, and the correlation of both.
        Assert.Equal((4, 4), (hub.Requested, hub.Computed));
    }

    [Fact]
    public void An_id_nobody_has_is_an_error_that_names_those_there_are()
    {
        InputError error = Refused(hub => hub.Request<double>(Indicators.Plugin("zoan"), Series()));

        Assert.Equal("unknown_indicator", error.Code);
        Assert.Contains("Available: zone", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[0], "needs its argument 'zones'")]
    [InlineData(new double[] { 2.5 }, "needs a whole number for its argument 'zones'; found 2.5")]
    [InlineData(new double[] { 1, 0, 5, 7 }, "takes at most 3 arguments; found 4")]
    public void Wrong_arguments_are_an_error_of_the_input(double[] arguments, string expected)
    {
        InputError error = Refused(hub => hub.Request<double>(Indicators.Plugin("zone", arguments), Series()));

        Assert.Equal("indicator_parameters", error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_than_it_yields_is_an_error_of_the_input() =>
        Assert.Equal("indicator_type", Refused(hub => hub.Request<BandValue>(Indicators.Plugin("zone", 3), Series())).Code);

    [Theory]
    [InlineData("partial class", "class", "BT0006", "its loop over columns")]
    [InlineData("\"acme-zone\"", "\"Zone\"", "BT0013", "not kebab-case")]
    [InlineData("ISeriesIndicator<double>", "IPairIndicator<double>", "BT0013", "reads two numbers")]
    [InlineData(" : ISeriesIndicator<double>", "", "BT0011", "has no input")]
    [InlineData("public Zone(", "public Zone() { } public Zone(", "BT0013", "several constructors")]
    [InlineData("public Zone(", "private Zone(", "BT0013", "no accessible constructor")]
    [InlineData("double width = 1.5", "string width = \"\"", "BT0010", "a number cannot be converted to string")]
    [InlineData("public sealed", "public abstract", "BT0013", "abstract or static")]
    public void What_cannot_be_an_indicator_plugin_is_reported(string right, string wrong, string id, string message)
    {
        Found found = Assert.Single(GeneratorRun.On(Source.Replace(right, wrong, StringComparison.Ordinal)).Reports);

        Assert.Equal(id, found.Id);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_plugins_with_one_id_are_reported_whatever_their_kinds() =>
        Assert.Equal("BT0007", Assert.Single(GeneratorRun.On(
            Source.Replace("acme-zone", "sma-cross", StringComparison.Ordinal),
            Sources.Strategy.Replace("Sample", "Other", StringComparison.Ordinal)).Reports).Id);

    private static InputError Refused(Action<IndicatorHub> request) =>
        Assert.Single(Assert.Throws<InputException>(() => request(new IndicatorHub(new RunSeries([], []), Plugins()))).Errors);

    private static PluginSet Plugins()
    {
        var plugins = new PluginSet();
        plugins.Add(typeof(Zone).Assembly);
        return plugins;
    }

    private static BarSeries Series() => new(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: false);
}
