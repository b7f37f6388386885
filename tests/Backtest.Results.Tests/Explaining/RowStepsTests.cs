using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests.Explaining;

/// <summary>The text of a signal.</summary>
public sealed class RowStepsTests
{
    [Fact]
    public void A_target_is_told_with_its_size_and_band_and_without_a_side() =>
        Assert.Equal("main/12 of weights: target B, weight 0, band 0.02 → ordered", Told(SignalAction.Target, size: PositionSize.Weight(0), band: 0.02));

    [Fact]
    public void A_target_of_units_or_money_says_which() => Assert.Equal(
        ["main/12 of weights: target B, quantity 100 → ordered", "main/12 of weights: target B, value -5000 → ordered"],
        [Told(SignalAction.Target, size: PositionSize.Quantity(100)), Told(SignalAction.Target, size: PositionSize.Value(-5000))]);

    [Fact]
    public void An_entry_is_told_with_its_side_and_prices() => Assert.Equal(
        "main/12 of weights: enter long B, strength 0.5, limit 9.50, touch 9.80 → ordered",
        Told(SignalAction.Enter, strength: 0.5, entry: new EntryTerms { Limit = 9.5, Touch = 9.8 }));

    [Fact]
    public void A_cancellation_names_the_signal_whose_order_it_withdraws() =>
        Assert.Equal("main/12 of weights: cancel B, the order of signal 7 on it → ordered", Told(SignalAction.Cancel, refersTo: 7));

    private static string Told(
        SignalAction action, double strength = 1, EntryTerms entry = default, PositionSize size = default, double? band = null, int? refersTo = null) =>
        RowSteps.Signal(new SignalRow
        {
            Id = 12,
            Sequence = 1,
            Portfolio = "main",
            Strategy = "weights",
            Time = new DateTime(2020, 1, 3, 0, 0, 0, DateTimeKind.Utc),
            BarStart = new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            Symbol = "B",
            Action = action,
            Direction = Direction.Long,
            Strength = strength,
            Entry = entry,
            RefersTo = refersTo,
            Size = size,
            Band = band,
            Reason = null,
            Regime = null,
            Outcome = SignalOutcome.Ordered,
            RiskLimit = null,
            Measured = null,
            Threshold = null,
            Indicators = [],
        }).Text;
}
