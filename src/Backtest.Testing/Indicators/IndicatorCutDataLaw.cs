using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Later bars change nothing: whether they are cut or replaced, the values before them are the same.</summary>
internal sealed class IndicatorCutDataLaw() : IndicatorLaw(LawNames.CutData)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        BarSeries bars = examination.Bars;
        for (int count = 1; count <= bars.Count; count += 13)
        {
            IndicatorStream whole = examination.CreateStream();
            IndicatorStream cut = examination.CreateStream();
            BarSeries known = TestBars.First(bars, count);
            for (int row = 0; row < count; row++)
            {
                whole.Update(new BarEvent(bars, row));
                cut.Update(new BarEvent(known, row));
                if (!cut.IsAt(whole))
                {
                    return Broken(
                        FormattableString.Invariant($"with data cut after {count} bars, it differs at bar {row}"), "Read only the current bar.");
                }
            }
        }

        return Held("if the data is cut after any bar, the values up to it are the same");
    }
}
