namespace Backtest.Tests;

/// <summary>Target positions of many symbols in one call.</summary>
public sealed class CrossSectionTargetTests
{
    [Fact]
    public void What_is_not_named_is_sold_and_sales_pay_for_purchases()
    {
        // 1,000 at 10 each: half A and half B, then 30% B and 70% C.
        RecordedRun run = Run(
            (0, (at, signals) => signals.Targets([new(at("A"), PositionSize.Weight(0.5)), new(at("B"), PositionSize.Weight(0.5))])),
            (1, (at, signals) => signals.Targets([new(at("C"), PositionSize.Weight(0.7)), new(at("B"), PositionSize.Weight(0.3))])));

        Assert.Equal(["A 50", "B 50", "A -50", "B -20", "C 70"], Traded(run));
    }

    [Fact]
    public void What_is_not_named_may_be_kept()
    {
        RecordedRun run = Run(
            (0, (at, signals) => signals.Targets([new(at("A"), PositionSize.Weight(0.5)), new(at("B"), PositionSize.Weight(0.5))])),
            (1, (at, signals) => signals.Targets([new(at("B"), PositionSize.Weight(0.3)), new(at("C"), PositionSize.Weight(0.1))], keepsOthers: true)));

        Assert.Equal(["A 50", "B 50", "B -20", "C 10"], Traded(run));
    }

    [Fact]
    public void Differences_below_the_band_are_not_traded_and_zero_always_closes()
    {
        // A's weight of 3% is within the band of 5%, but A is still closed.
        RecordedRun run = Run(
            (0, (at, signals) => signals.Targets([new(at("A"), PositionSize.Weight(0.03)), new(at("B"), PositionSize.Weight(0.5))])),
            (1, (at, signals) => signals.Targets([new(at("B"), PositionSize.Weight(0.53)), new(at("C"), PositionSize.Weight(0.4))], band: 0.05)));

        Assert.Equal(["A 3", "B 50", "A -3", "C 40"], Traded(run));
        Assert.Contains("within_band", run.Outcomes);
    }

    [Fact]
    public void An_order_that_waits_on_a_symbol_not_named_is_canceled()
    {
        RecordedRun run = Run(
            (0, (at, signals) => signals[at("A")].Enter(Direction.Long, new EntryTerms { Limit = 9 })),
            (1, (at, signals) => signals.Targets([new(at("B"), PositionSize.Weight(0.5))])));

        Assert.Equal(["B 50"], Traded(run));
        Assert.Equal((OrderStatus.Canceled, "exit"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void No_targets_close_everything()
    {
        RecordedRun run = Run(
            (0, (at, signals) => signals.Targets([new(at("A"), PositionSize.Quantity(5)), new(at("B"), PositionSize.Quantity(-5))])),
            (1, (at, signals) => signals.Targets([])));

        Assert.Equal(["A 5", "B -5", "A -5", "B 5"], Traded(run));
    }

    [Fact]
    public void A_symbol_is_named_once() => Assert.Contains(
        "'A' is named twice",
        Assert.Single(Run((0, (at, signals) => signals.Targets([new(at("A"), PositionSize.Weight(0.5)), new(at("A"), PositionSize.Weight(0.1))])))
            .Result.Faults).Message,
        StringComparison.Ordinal);

    private static IEnumerable<string> Traded(RecordedRun run) => run.Fills.Zip(run.FillQuantities, (fill, quantity) => $"{fill.Fill.Instrument.Symbol} {quantity}");

    private static RecordedRun Run(params (int Turn, Action<Func<string, Instrument>, IUniverseSignals> Do)[] steps)
    {
        int turns = 0;
        IReadOnlyList<TestBar> flat = TestBar.Flat(10, 10, 10, 10);
        var strategy = new ScriptedUniverse((in turn, values, signals) =>
        {
            var instruments = new Dictionary<string, Instrument>();
            foreach (UniverseMember member in turn)
                instruments[member.Symbol] = member.Instrument;
            foreach ((int step, Action<Func<string, Instrument>, IUniverseSignals> act) in steps)
            {
                if (step == turns)
                    act(symbol => instruments[symbol], signals);
            }

            turns++;
        });
        Scenario scenario = Scenario.OfUniverse(strategy, ("A", flat), ("B", flat), ("C", flat)).WithFirst(portfolio => portfolio with { Capital = 1000 });
        scenario.Plugins.Add("main", new ScriptedRisk((in turn, orders) =>
        {
            foreach (SignalEvent signal in turn.Signals)
            {
                if (signal.Action == SignalAction.Enter)
                    orders.Place(signal, signal.Size.Unit == SizeUnit.None ? 10 : 1_000_000);
            }
        }));
        return scenario.Run();
    }
}
