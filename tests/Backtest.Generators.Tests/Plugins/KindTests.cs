using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Tests.PriceAlarms;

namespace Backtest.Tests;

/// <summary>A kind of plugin consists of an attribute, a contract and its host side; nothing else names it.</summary>
public sealed class KindTests
{
    private const string OnBar = "public void OnBar(BarEvent bar, IAlarms alarms) { }";
    private const string Urgency = "public int Urgency => 1;";

    private static readonly PluginKind PriceAlarm = PluginKind.Of<PriceAlarmAttribute>();

    [Fact]
    public void A_kind_is_at_most_eight_files() => Assert.InRange(PriceAlarmSources.Files.Count, 1, 8);

    [Fact]
    public void A_kind_has_its_words_from_its_contract() => Assert.Equal(("price-alarm", "price alarm"), (PriceAlarm.Id, PriceAlarm.Words));

    [Fact]
    public void Only_an_attribute_with_a_contract_names_a_kind() =>
        Assert.Throws<InvalidOperationException>(PluginKind.Of<ObsoleteAttribute>);

    [Fact]
    public void Kinds_of_the_host_are_those_of_its_contracts() => Assert.Equal(
        [
            "account", "bar-source", "classifier", "commission-model", "container", "indicator", "order-matching", "price-path", "risk-manager",
            "search-method", "slippage-model", "strategy",
        ],
        PluginKind.All.Select(kind => kind.Id));

    [Fact]
    public void A_plugin_of_it_is_listed_with_its_schema()
    {
        PluginAttribute listing = typeof(Spike).Assembly.GetCustomAttributes<PluginAttribute>().Single(found => found.Id == "spike");
        Assert.Equal((PriceAlarm, typeof(SpikeFactory)), (listing.Kind, listing.Factory));
        Assert.Equal("Raises an alarm where a close is far above its average.", listing.Description);
        Assert.Contains("\"multiple\"", listing.ParametersSchema, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_of_it_describes_its_handlers()
    {
        PluginDescriptor descriptor = new SpikeFactory().Descriptor;
        Assert.Equal((PriceAlarm, "spike", typeof(Spike)), (descriptor.Kind, descriptor.Id, descriptor.Type));
        Assert.Equal(
            ["OnBar of BarEvent emits AlarmEvent", "OnFill of FillEvent emits "],
            descriptor.Handlers.Select(handler => $"{handler.Handler} of {handler.Event} emits {string.Join(", ", handler.Emits)}"));
        Assert.False(descriptor.IsPure);
    }

    [Fact]
    public void Its_node_is_called_when_its_indicators_are_ready_and_hears_of_fills()
    {
        AlarmSeat seat = Seat(1, 2, 3, 9, 3, 30);
        seat.Fill(default);
        seat.Run();
        Assert.Equal([new AlarmEvent(3, "9 after 1 fills"), new AlarmEvent(5, "30 after 1 fills")], seat.Alarms);
        Assert.Equal(1, seat.Urgency);
    }

    [Fact]
    public void Its_node_does_the_same_turn_by_turn_and_in_runs()
    {
        AlarmSeat turns = Seat(1, 2, 3, 9, 1, 20), runs = Seat(1, 2, 3, 9, 1, 20);
        turns.RunByTurns();
        runs.Run();
        Assert.NotEmpty(runs.Alarms);
        Assert.Equal(turns.Alarms, runs.Alarms);
    }

    [Fact]
    public void Its_parameters_are_checked_as_any() =>
        Assert.Equal("out_of_range", Assert.Single(Written.Errors(new SpikeFactory(), """{"multiple": 0}""")).Code);

    [Fact]
    public void It_is_found_by_its_kind_alone()
    {
        var plugins = new PluginSet();
        plugins.Add(typeof(Spike).Assembly);
        Assert.IsType<SpikeFactory>(plugins.Find(PriceAlarm, "spike"));
        Assert.Contains("spike", plugins.Ids(PriceAlarm));
        Assert.All(PluginKind.All, kind => Assert.Null(plugins.Find(kind, "spike")));
    }

    [Fact]
    public void What_is_written_compiles_where_author_and_kind_share_no_namespace()
    {
        GeneratorRun run = PriceAlarmSources.Run($$"""
            using Backtest.Tests.PriceAlarms;
            namespace Elsewhere
            {
                [PriceAlarm("sample")]
                public sealed partial class Sample
                {
                    {{Urgency}}
                    [Indicator<SimpleMovingAverage>(3)] private partial double Line { get; }
                    public void OnBar(BarEvent bar, IAlarms alarms) { if (bar.Close > Line) alarms.Raise("above"); }
                }
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text);
    }

    [Theory]
    [InlineData("BT0011", "Sample", Urgency, "'Sample' is a price alarm but has no 'OnBar'; add 'void OnBar(BarEvent bar, IAlarms alarms)'")]
    [InlineData("BT0011", "Sample", OnBar, "'Sample' is a price alarm but has no 'Urgency'; add 'public int Urgency { get; }'")]
    [InlineData("BT0005", "OnRegime", OnBar + Urgency + "public void OnRegime(in RegimeEvent regime) { }",
        "a price alarm has no such handler; its handlers are OnBar, OnFill")]
    [InlineData("BT0003", "alarms", OnBar + Urgency + "public void OnFill(in FillEvent fill, IAlarms alarms) { }",
        "'Sample.OnFill' handles FillEvent (stage 5) but takes IAlarms, which emits AlarmEvent (stage 3)")]
    [InlineData("BT0012", "orders", Urgency + "public void OnBar(BarEvent bar, IOrders orders) { }",
        "'Sample' emits OrderEvent but may only emit up to AlarmEvent; emit an AlarmEvent and let its handler act on it")]
    [InlineData("BT0021", "Day", OnBar + Urgency + "[Bars(\"1d\")] private partial BarEvent Day { get; }", "a price alarm has no bars of its own")]
    [InlineData("BT0013", "Sample", OnBar + Urgency + "public Sample(int x) { }", "it has no public parameterless constructor")]
    public void Its_diagnostics_name_it(string id, string place, string members, string message)
    {
        GeneratorRun run = PriceAlarmSources.Run(
            $"using Backtest.Tests.PriceAlarms; [PriceAlarm(\"sample\")] public sealed partial class Sample {{ {members} }}");
        Found found = Assert.Single(run.Reports);
        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public abstract PriceAlarmNode Create(ParameterMap parameters,", "public abstract object Create(ParameterMap parameters,",
        "PriceAlarmFactory has no 'Create' that creates a PriceAlarmNode")]
    [InlineData("[Handler(\"OnBar\", typeof(BarEvent), typeof(IAlarms))]", "", "nothing defines what PriceAlarmNode.OnTurn calls")]
    [InlineData("typeof(BarEvent), typeof(IAlarms)", "typeof(BarEvent), typeof(IOrders)", "PriceAlarmNode has no property of type IOrders")]
    [InlineData("protected BarSeries Bars", "protected object Bars", "PriceAlarmNode.OnTurn takes a row, but PriceAlarmNode has no bars for it")]
    [InlineData("PluginContract(\"price-alarm\"", "PluginContract(\"Price Alarm\"", "'Price Alarm' is not kebab-case")]
    public void BT0022_Kind_that_cannot_be_made_is_no_other_kind(string text, string wrong, string message)
    {
        GeneratorRun run = PriceAlarmSources.Run(
            $"using Backtest.Tests.PriceAlarms; [PriceAlarm(\"sample\")] public sealed partial class Sample {{ {OnBar} {Urgency} }}",
            source => source.Replace(text, wrong, StringComparison.Ordinal));
        Found found = Assert.Single(run.Reports);
        Assert.Equal(("BT0022", "Sample"), (found.Id, found.Text));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void An_edit_elsewhere_writes_nothing_again()
    {
        GeneratorRun run = PriceAlarmSources.Run(
            $"using Backtest.Tests.PriceAlarms; [PriceAlarm(\"sample\")] public sealed partial class Sample {{ {OnBar} {Urgency} }}")
            .Plus("internal sealed class Unrelated { }");
        Assert.All(run.Reasons["SourceOutput"], reason => Assert.Equal(Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached, reason));
    }

    private static AlarmSeat Seat(params double[] closes)
    {
        var plugins = new PluginSet();
        plugins.Add(typeof(Spike).Assembly);
        return new AlarmSeat(plugins, "spike", ParameterMap.Empty, TestBars.Closes(closes));
    }
}
