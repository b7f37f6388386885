using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Instances on the same bars give the same values, one after another and side by side, in any culture: nothing is kept in statics.
/// </summary>
internal sealed class IndicatorDeterminismLaw() : IndicatorLaw(LawNames.Determinism)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        BarSeries bars = examination.Bars;
        IndicatorStream first = examination.CreateStream();
        IndicatorStream second = examination.CreateStream();
        if (ReferenceEquals(first.Indicator, second.Indicator))
            return Broken("two requests received the same instance", "Create a new instance in the specification's function.");
        IndicatorStream other = examination.CreateStream();
        for (int row = 0; row < bars.Count; row++)
        {
            var bar = new BarEvent(bars, row);
            first.Update(bar);
            other.Update(new BarEvent(examination.OtherBars, row));
            using (new OtherCulture())
                second.Update(bar);
            if (!second.IsAt(first))
            {
                return Broken(
                    FormattableString.Invariant($"two instances differ at bar {row} of the same bars"),
                    "Keep all state in instance fields. Use no clock, randomness or culture.");
            }
        }

        return Held("two instances, with a third on other bars between them, returned the same values");
    }
}
