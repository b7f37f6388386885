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
            return Broken("two requests were given one instance", "Make a new one in the specification's function.");
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
                    "Keep everything in fields of the instance; no clock, no chance, no culture.");
            }
        }

        return Held("two instances, with a third on other bars between them, said the same");
    }
}
