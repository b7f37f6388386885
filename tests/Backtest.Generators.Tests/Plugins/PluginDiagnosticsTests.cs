namespace Backtest.Tests;

/// <summary>Each plugin diagnostic is reported where it applies, and nothing is reported for correct code.</summary>
public sealed class PluginDiagnosticsTests
{
    private const string OnTurn = "public void OnTurn(in UniverseTurn turn, IUniverseSignals signals) { }";
    private const string OnBar = "public void OnBar(BarEvent bar, ISignals signals) { }";

    [Fact]
    public void Plugins_that_are_right_are_told_nothing()
    {
        GeneratorRun run = GeneratorRun.On(Sources.Strategy, Sources.Classifier.Replace("Sample", "Other", StringComparison.Ordinal),
            Sources.RiskManager.Replace("Sample", "Third", StringComparison.Ordinal));
        Assert.Empty(run.Diagnostics);
        Assert.Equal(3, run.Files.Count);
    }

    [Theory]
    [InlineData("public void OnBar(BarEvent bar) { }")]
    [InlineData("public void OnBar(in BarEvent bar, ISignals signals) { }")]
    [InlineData("void OnBar(BarEvent bar, ISignals signals, in Position position) { }")]
    [InlineData("public void OnBar(BarEvent bar, Position position, ISignals signals) { } private void Once(BarEvent bar) { }")]
    [InlineData("public void OnBar(BarEvent bar) { } private void OnTheWay() { }")]
    public void Handler_may_be_written_so(string members) => Assert.Empty(Strategy(members).Diagnostics);

    [Theory]
    [InlineData("public void Onbar(BarEvent bar) { }", "Onbar", "its name is not 'OnBar'")]
    [InlineData("public void OnBars(BarEvent bar) { }", "OnBars", "its name is not 'OnBar'")]
    [InlineData("public void OnFills(in FillEvent fill) { }", "OnFills", "its name is not 'OnFill'")]
    [InlineData("public void OnSignals(in RiskTurn turn, IOrders orders) { }", "OnSignals", "a strategy has no such handler")]
    [InlineData("public void OnPrice(BarEvent bar) { }", "OnPrice", "it takes BarEvent, but a strategy has no such handler")]
    [InlineData("public void OnFill(in OrderCanceledEvent cancel) { }", "OnFill", "its first parameter must be FillEvent")]
    [InlineData("public void OnFill() { }", "OnFill", "its first parameter must be FillEvent")]
    [InlineData("public void OnFill(ref FillEvent fill) { }", "OnFill", "its first parameter must be FillEvent")]
    [InlineData("public void OnFill(in FillEvent fill, Position position) { }", "OnFill", "it cannot take 'Position position'")]
    [InlineData("public int OnFill(in FillEvent fill) => 1;", "OnFill", "a handler must be an instance method that returns nothing")]
    [InlineData("public static void OnFill(in FillEvent fill) { }", "OnFill", "a handler must be an instance method that returns nothing")]
    [InlineData("public async void OnFill(FillEvent fill) => await System.Threading.Tasks.Task.Yield();", "OnFill",
        "is not generic or async")]
    [InlineData("public void OnFill(FillEvent fill) { } public void OnFill(in FillEvent fill, int x) { }", "OnFill",
        "there is another 'OnFill'")]
    [InlineData("public void Validate() { }", "Validate", "its first parameter must be IParameterErrors")]
    [InlineData("private void Validate(IParameterErrors errors) { }", "Validate", "it must be a public instance method")]
    [InlineData("public void Validate(IParameterErrors errors, int x) { }", "Validate", "it takes more than the errors and the context")]
    public void BT0005_Handler_has_a_wrong_signature(string member, string place, string why) =>
        AssertOnly("BT0005", place, why, Strategy($"{OnBar} {member}"));

    [Fact]
    public void BT0005_Wrong_OnBar_is_not_also_called_missing() =>
        AssertOnly("BT0005", "OnBar", "write 'void OnBar(BarEvent bar, in Position", Strategy("public void OnBar(int bar) { }"));

    [Fact]
    public void BT0011_Bar_source_gives_no_bars() => AssertOnly(
        "BT0011", "Walk", "'Walk' is a bar source but has no 'IBarProvider' among its base types; add ': IBarProvider'",
        GeneratorRun.On("namespace Sample; [BarSource(\"walk\")] public sealed class Walk { }"));

    [Fact]
    public void BT0003_Fills_lead_to_no_signals() => AssertOnly(
        "BT0003", "signals",
        "'Sample.OnFill' handles FillEvent (stage 5) but takes ISignals, which emits SignalEvent (stage 3)",
        Strategy($"{OnBar} public void OnFill(in FillEvent fill, ISignals signals) {{ }}"));

    [Fact]
    public void BT0012_Strategy_places_no_orders() => AssertOnly(
        "BT0012", "orders",
        "'Sample' emits OrderEvent but may only emit up to SignalEvent; emit a SignalEvent and let the risk manager act on it",
        Strategy("public void OnBar(BarEvent bar, IOrders orders) { }"));

    [Fact]
    public void BT0012_Classifier_gives_no_signals() => AssertOnly(
        "BT0012", "signals", "'Sample' emits SignalEvent but may only emit up to RegimeEvent",
        Run("Classifier", "public IReadOnlyList<string> States => []; public void OnBar(BarEvent bar, ISignals signals) { }"));

    [Theory]
    [InlineData("Strategy", "", "'Sample' is a strategy but has no 'OnBar'; add 'void OnBar(BarEvent bar")]
    [InlineData("RiskManager", "",
        "'Sample' is a risk manager but has no 'OnSignals'; add 'void OnSignals(in RiskTurn turn, IOrders orders)'")]
    [InlineData("Classifier", "public void OnBar(BarEvent bar, IRegimes regimes) { }",
        "'Sample' is a classifier but has no 'States'; add 'public IReadOnlyList<string> States { get; }'")]
    [InlineData("Classifier", "public void OnBar(BarEvent bar, IRegimes regimes) { } public int States => 2;",
        "has no 'States'")]
    public void BT0011_Plugin_lacks_what_makes_it_one(string kind, string members, string message) =>
        AssertOnly("BT0011", "Sample", message, Run(kind, members));

    [Fact]
    public void BT0006_Class_is_not_partial() => AssertOnly(
        "BT0006", "Plain", "'Plain' must be partial, so that its node and factory can be generated; add 'partial' to the class",
        GeneratorRun.On("[Strategy(\"plain\")] public sealed class Plain { public void OnBar(BarEvent bar) { } }"));

    [Fact]
    public void BT0006_Indicator_property_is_not_partial() => AssertOnly(
        "BT0006", "Line", "'Line' must be partial, so that its getter can be generated",
        Strategy($"{OnBar} [Indicator<SimpleMovingAverage>(20)] private double Line {{ get; }}"));

    [Fact]
    public void BT0007_Two_plugins_have_one_id() => AssertOnly(
        "BT0007", "Second", "'First' and 'Second' both have the id 'same'; change the id of one of them",
        GeneratorRun.On(
            "[Strategy(\"same\")] public sealed partial class First { public void OnBar(BarEvent bar) { } }",
            "[RiskManager(\"same\")] public sealed partial class Second { public void OnSignals(in RiskTurn turn, IOrders orders) { } }"));

    [Theory]
    [InlineData("[Parameter(Min = 1)] public int X { get; init; }", "'X' is 0 by default, but its range is 1 to anything")]
    [InlineData("[Parameter(Max = 5)] public int X { get; init; } = 6;", "'X' is 6 by default, but its range is anything to 5")]
    [InlineData("[Parameter(Min = 0, ExclusiveMin = true)] public decimal X { get; init; } = 0m;",
        "'X' is 0 by default, but its range is above 0 to anything")]
    [InlineData("[Parameter(Max = 0.5)] public IReadOnlyList<double> X { get; init; } = [0.1, 0.7];", "'X' is 0.7 by default")]
    public void BT0008_Default_is_outside_its_range(string member, string message) =>
        AssertOnly("BT0008", "X", message, Strategy($"{OnBar} {member}"));

    [Theory]
    [InlineData("[Parameter(Min = 1)] public int X { get; init; } = 1;")]
    [InlineData("[Parameter(Min = 1)] public int? X { get; init; }")]
    [InlineData("[Parameter(Min = 1)] public required int X { get; init; }")]
    [InlineData("private const int Least = 3; [Parameter(Min = Least)] public int X { get; init; } = Least;")]
    public void Default_inside_its_range_is_well(string member) => Assert.Empty(Strategy($"{OnBar} {member}").Diagnostics);

    [Theory]
    [InlineData("[Indicator(nameof(Y))] private partial double X { get; } private int Y => 1;",
        "'Y' returns int; return IndicatorSpec")]
    [InlineData("[Indicator(nameof(Y))] private partial string X { get; } private IndicatorSpec Y => null!;",
        "it must return what the indicator returns")]
    [InlineData("[Indicator<SimpleMovingAverage>(20)] private partial int X { get; }",
        "SimpleMovingAverage is not an indicator that returns int")]
    [InlineData("[Indicator<string>] private partial double X { get; }", "String is not an indicator that returns double")]
    [InlineData("[Indicator<SimpleMovingAverage>] private partial double X { get; }",
        "SimpleMovingAverage has no constructor that takes ()")]
    [InlineData("[Indicator<SimpleMovingAverage>(2.5)] private partial double X { get; }",
        "SimpleMovingAverage has no constructor that takes (double); pass (int period)")]
    [InlineData("[Indicator<SimpleMovingAverage>(20, 30)] private partial double X { get; }",
        "SimpleMovingAverage has no constructor that takes (int, int); pass (int period)")]
    [InlineData("[Indicator<SimpleMovingAverage>(20, Offset = -1)] private partial double X { get; }",
        "an offset below zero would read the future")]
    [InlineData("[Indicator<AverageTrueRange>(20, Source = BarField.High)] private partial double X { get; }",
        "AverageTrueRange reads whole bars, not one field")]
    [InlineData("[Indicator<SimpleMovingAverage>(20)] private partial PerSymbol<double> X { get; }",
        "is not an indicator that returns|it must return what the indicator returns")]
    public void BT0009_Indicator_cannot_be_read(string member, string message) =>
        AssertOnly("BT0009", "X", message, Strategy($"{OnBar} {member}"));

    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(\"Perod\")]", "there is no parameter 'Perod'; did you mean nameof(Period)?")]
    [InlineData("[Indicator<SimpleMovingAverage>(\"Lines\")]", "there is no parameter 'Lines'; name a property of the class with nameof")]
    [InlineData("[Indicator(\"Lines\")]", "there is no property or parameterless method 'Lines'; did you mean nameof(Line)?")]
    [InlineData("[Indicator(\"Perod\")]", "'Perod'; name one that returns an IndicatorSpec with nameof")]
    public void BT0009_Indicator_names_no_member(string attribute, string message) => AssertOnly(
        "BT0009", attribute.Split('(', ')')[1], message,
        Strategy($$"""
            {{OnBar}}
            [Parameter] public int Period { get; init; } = 20;
            private IndicatorSpec Line => Indicators.Sma(Period);
            {{attribute}} private partial double X { get; }
            """));

    [Fact]
    public void BT0009_Universe_strategy_reads_every_instrument() => AssertOnly(
        "BT0009", "X", "a universe strategy reads every instrument; make it PerSymbol<T>",
        Universe($"{OnTurn} [Indicator<SimpleMovingAverage>(20)] private partial double X {{ get; }}"));

    [Theory]
    [InlineData("public void OnTurn(in UniverseTurn turn, ISignals signals) { }", "OnTurn", "it cannot take 'ISignals signals'; write 'void OnTurn(in UniverseTurn turn, IUniverseSignals signals)'")]
    [InlineData("public void OnTurn(in UniverseTurn turn, in Position position) { }", "OnTurn", "it cannot take 'Position position'")]
    [InlineData("public void OnTurn(BarEvent bar) { }", "OnTurn", "its first parameter must be UniverseTurn")]
    [InlineData(
        OnTurn + " public void OnBar(BarEvent bar, ISignals signals) { }", "OnBar",
        "a universe strategy has no such handler; write 'void OnTurn(in UniverseTurn turn, IUniverseSignals signals)', or remove 'Scope = StrategyScope.Universe'")]
    public void BT0005_Handler_is_not_one_of_a_universe_strategy(string members, string place, string message) =>
        AssertOnly("BT0005", place, message, Universe(members));

    [Fact]
    public void BT0005_Turns_are_for_universe_strategies() => AssertOnly(
        "BT0005", "OnTurn", "a strategy has no such handler; write 'void OnBar(BarEvent bar, in Position position, ISignals signals), all but the first optional', or '[Strategy(…, Scope = StrategyScope.Universe)]' to be a universe strategy",
        Strategy($"{OnBar} {OnTurn}"));

    [Fact]
    public void BT0011_Universe_strategy_has_turns() => AssertOnly(
        "BT0011", "Sample", "'Sample' is a universe strategy but has no 'OnTurn'; add 'void OnTurn(in UniverseTurn turn, IUniverseSignals signals)'",
        Universe(""));

    [Theory]
    [InlineData("public void Next(in QuietTurns turns) { }", "a handler must be an instance method that returns int")]
    [InlineData("public int Next(int turns) => turns;", "its first parameter must be QuietTurns; write 'int Next(in QuietTurns turns)'")]
    [InlineData("public int Next(in QuietTurns turns, IOrders orders) => 0;", "it cannot take 'IOrders orders'")]
    public void BT0005_Risk_manager_answers_ahead_with_a_turn(string next, string message) => AssertOnly(
        "BT0005", "Next", message, Run("RiskManager", $"public void OnSignals(in RiskTurn turn, IOrders orders) {{ }} {next}"));

    [Fact]
    public void BT0009_Risk_manager_reads_every_instrument() => AssertOnly(
        "BT0009", "X", "make it PerSymbol<T> or IReadOnlyList<PerSymbol<T>>",
        Run("RiskManager", """
            public void OnSignals(in RiskTurn turn, IOrders orders) { }
            [Indicator<SimpleMovingAverage>(20)] private partial double X { get; }
            """));

    [Theory]
    [InlineData("[Parameter] public object X { get; init; } = 1;", "object is not supported")]
    [InlineData("[Parameter] public int[] X { get; init; } = [];", "int[] is not supported")]
    [InlineData("[Parameter] public int X { get; } = 1;", "it cannot be set from outside")]
    [InlineData("[Parameter] private int X { get; init; } = 1;", "it cannot be set from outside")]
    [InlineData("[Parameter(Min = 1)] public string X { get; init; } = \"\";", "only numbers can have a range")]
    [InlineData("[Parameter] public Pair? X { get; init; } public sealed record Pair(int A, int B);",
        "Pair cannot be created without arguments")]
    [InlineData("[Parameter] public Empty? X { get; init; } public abstract record Empty;", "Empty is abstract and has no cases")]
    [InlineData("[Parameter] public Loop? X { get; init; } public sealed record Loop { public Loop? Next { get; init; } }",
        "Loop contains itself")]
    [InlineData("[Parameter] public int XY { get; init; } [Parameter] public int Xy { get; init; }",
        "another parameter also has the key 'xy'")]
    public void BT0010_Property_cannot_be_a_parameter(string member, string message)
    {
        Found found = Assert.Single(Strategy($"{OnBar} {member}").Reports);
        Assert.Equal("BT0010", found.Id);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Strategy(\"x\")] public sealed partial record Shape { }", "it is a record")]
    [InlineData("[Strategy(\"x\")] public abstract partial class Shape { }", "it is abstract or static")]
    [InlineData("[Strategy(\"x\")] public sealed partial class Shape<T> { }", "it is nested, generic or local to its file")]
    [InlineData("public partial class Outer { [Strategy(\"x\")] public sealed partial class Shape { } }",
        "it is nested, generic or local to its file")]
    [InlineData("[Strategy(\"x\")] public sealed partial class Shape(int x) { public int X => x; }",
        "it has no public parameterless constructor")]
    [InlineData("[Strategy(\"SmaCross\")] public sealed partial class Shape { public void OnBar(BarEvent bar) { } }",
        "its id 'SmaCross' is not kebab-case")]
    [InlineData("[Strategy(\"\")] public sealed partial class Shape { public void OnBar(BarEvent bar) { } }",
        "its id '' is not kebab-case")]
    public void BT0013_Class_cannot_be_a_plugin(string source, string message) =>
        AssertOnly("BT0013", "Shape", message, GeneratorRun.On(source));

    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(20, Timeframe = \"daily\")] private partial double X { get; }",
        "'X' is on the timeframe 'daily', but it is not a count with a unit, and no member has that name")]
    [InlineData("[Indicator<SimpleMovingAverage>(20, Timeframe = \"0d\")] private partial double X { get; }", "'0d'")]
    [InlineData("[Indicator(nameof(Y), Timeframe = \"1 d\")] private partial double X { get; } private IndicatorSpec Y => Indicators.Sma(9);",
        "'1 d'")]
    [InlineData("[Bars(\"1x\")] private partial BarEvent X { get; }", "'1x'")]
    [InlineData("[Bars(nameof(Y))] private partial BarEvent X { get; } private string Y => \"1d\";", "that member is of type string")]
    public void BT0020_Timeframe_is_none(string member, string message) =>
        AssertOnly("BT0020", "X", message, Strategy($"{OnBar} {member}"));

    [Theory]
    [InlineData("[Bars(\"1d\")] private partial double X { get; }", "it must return the bar; change its type to BarEvent")]
    [InlineData("[Bars(\"1d\", Offset = -1)] private partial BarEvent X { get; }", "an offset below zero would read the future")]
    [InlineData("[Bars(\"1d\")] private static partial BarEvent X { get; }", "it must be an instance property")]
    public void BT0021_Bars_cannot_be_read(string member, string message) =>
        AssertOnly("BT0021", "X", message, Strategy($"{OnBar} {member}"));

    [Fact]
    public void BT0021_Risk_manager_reads_no_bars() => AssertOnly(
        "BT0021", "X", "a risk manager has no bars of its own",
        Run("RiskManager", """
            public void OnSignals(in RiskTurn turn, IOrders orders) { }
            [Bars("1d")] private partial BarEvent X { get; }
            """));

    [Theory]
    [InlineData("[Indicator<SimpleMovingAverage>(20, Timeframe = \"15m\")] private partial double X { get; }")]
    [InlineData("[Indicator<SimpleMovingAverage>(20, Timeframe = nameof(Y))] private partial double X { get; } private Timeframe Y => Timeframe.Day;")]
    [InlineData("[Bars(\"1w\", Offset = 2)] private partial BarEvent X { get; }")]
    [InlineData("[Bars(nameof(Timeframe))] private partial BarEvent X { get; } [Parameter] public Timeframe Timeframe { get; init; } = Backtest.Timeframe.Day;")]
    public void Timeframe_may_be_written_so(string member)
    {
        GeneratorRun run = Strategy($"{OnBar} {member}");
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
    }

    private static GeneratorRun Strategy(string members) => Run("Strategy", members);

    private static GeneratorRun Universe(string members) =>
        GeneratorRun.On($"[Strategy(\"sample\", Scope = StrategyScope.Universe)] public sealed partial class Sample {{ {members} }}");

    private static GeneratorRun Run(string kind, string members) =>
        GeneratorRun.On($"[{kind}(\"sample\")] public sealed partial class Sample {{ {members} }}");

    private static void AssertOnly(string id, string place, string messages, GeneratorRun run)
    {
        Found found = Assert.Single(run.Reports);
        Assert.Equal((id, place), (found.Id, found.Text));
        Assert.Contains(messages.Split('|'), message => found.Message.Contains(message, StringComparison.Ordinal));
    }
}
