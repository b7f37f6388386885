namespace Backtest.Testing;

/// <summary>After a reset it is as new: on the same bars it gives the same values as a new instance.</summary>
internal sealed class IndicatorResetLaw() : IndicatorLaw(LawNames.Reset)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        IndicatorStream used = examination.CreateStream();
        IndicatorStream fresh = examination.CreateStream();
        for (int row = 0; row < examination.OtherBars.Count; row++)
            used.Update(new BarEvent(examination.OtherBars, row));
        used.Reset();
        if (used.IsReady)
            return Broken("it is still ready after Reset", "Clear all state in Reset.");
        for (int row = 0; row < examination.Bars.Count; row++)
        {
            used.Update(new BarEvent(examination.Bars, row));
            fresh.Update(new BarEvent(examination.Bars, row));
            if (!used.IsAt(fresh))
                return Broken(FormattableString.Invariant($"after Reset, it differs from a new instance at bar {row}"), "Clear all state in Reset.");
        }

        return Held("the same as a new instance after a reset");
    }
}
