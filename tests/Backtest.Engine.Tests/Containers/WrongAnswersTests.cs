namespace Backtest.Tests;

/// <summary>A plugin that emits something invalid ends its own container, at the bar at which it does so.</summary>
public sealed class WrongAnswersTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10, 10);

    public static TheoryData<string, ScriptedRisk.Script> Answers { get; } = new()
    {
        { "a veto without a reason", (in turn, orders) => orders.Veto(turn.Signals[0], null!) },
        { "a veto with a blank reason", (in turn, orders) => orders.Veto(turn.Signals[0], " ") },
        { "a quantity below zero", (in turn, orders) => orders.Place(turn.Signals[0], -1) },
        { "a quantity beyond money", (in turn, orders) => orders.Place(turn.Signals[0], decimal.MaxValue) },
        { "a cut by a limit without a name", (in turn, orders) => orders.Place(turn.Signals[0], 1, " ") },
        { "a signal that does not exist", (in turn, orders) => orders.Place(turn.Signals[0] with { Id = 99 }, 1) },
        { "a reduction below zero", (in turn, orders) => orders.Reduce(turn.Signals[0].Instrument, -1, "limit") },
        { "a reduction that is not a number", (in turn, orders) => orders.Reduce(turn.Signals[0].Instrument, double.NaN, "limit") },
        { "a reduction without a reason", (in turn, orders) => orders.Reduce(turn.Signals[0].Instrument, 1, null!) },
        { "a reduction of nothing", (in turn, orders) => orders.Reduce(null!, 1, "limit") },
        { "a reduction of a stranger", (in turn, orders) => orders.Reduce(new Instrument { Symbol = "X", Index = 99 }, 1, "limit") },
        { "a cancel without a reason", (in turn, orders) => orders.Cancel(default, null!) },
        { "a cancel of nothing", (in turn, orders) => orders.Cancel(default, "limit") },
    };

    public static TheoryData<string, Action<ISignals>> Signals { get; } = new()
    {
        { "an undefined direction", signals => signals.Enter((Direction)77) },
        { "an undefined time in force", signals => signals.Enter(Direction.Long, new EntryTerms { TimeInForce = (TimeInForce)77 }) },
        { "an undefined type", signals => signals.Enter(Direction.Long, new EntryTerms { Type = (OrderType)77 }) },
        { "a limit that is not a number", signals => signals.Enter(Direction.Long, new EntryTerms { Limit = double.NaN }) },
        { "a strength above one", signals => signals.Enter(Direction.Long, new EntryTerms { Strength = 2 }) },
        { "an exit of a fraction below zero", signals => signals.Exit(-1) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_wrong_answer_to_a_signal_is_a_fault_of_the_risk_manager(string what, ScriptedRisk.Script answer)
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedRisk(answer));
        RecordedRun run = scenario.WithPortfolio("other", Plan.BuyFirst).Run();

        Assert.True(run.Result.Faults is [{ Container: "main" }], what);
        Assert.Equal("other", Assert.Single(run.Fills).Portfolio);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void A_wrong_signal_is_a_fault_of_the_strategy(string what, Action<ISignals> signal)
    {
        RecordedRun run = Scenario.Of(Bars, Plan.On((1, signal))).WithPortfolio("other", Plan.BuyFirst).Run();

        Assert.True(run.Result.Faults is [{ Container: "main", Plugin: "main" }], what);
        Assert.Equal(TestBar.FirstDay.AddDays(2), run.Result.Faults[0].Time);
        Assert.Equal("other", Assert.Single(run.Fills).Portfolio);
    }

    [Fact]
    public void A_signal_that_a_risk_manager_changed_fills_as_the_strategy_gave_it()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedRisk((in RiskTurn turn, IOrders orders) => orders.Place(
            turn.Signals[0] with
            {
                Direction = Direction.Short,
                StrategyIndex = 5,
                Instrument = new Instrument { Symbol = "X", Index = 7 },
                Action = SignalAction.Exit,
                Entry = new EntryTerms { Limit = 1 },
            },
            10)));
        RecordedRun run = scenario.Run();

        Assert.Empty(run.Result.Faults);
        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal((Side.Buy, "A", 0, 10m), (fill.Side, fill.Instrument.Symbol, fill.StrategyIndex, fill.Quantity));
    }
}
