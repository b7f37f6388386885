using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>It yields its undefined value until it is ready, is defined from then on, and stays ready.</summary>
internal sealed class IndicatorWarmUpLaw() : IndicatorLaw(LawNames.WarmUp)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        BarSeries bars = examination.Bars;
        IndicatorStream stream = examination.CreateStream();
        if (stream.IsReady)
            return Broken("it is ready before its first bar", "Become ready when the last value is defined.");
        if (!stream.IsUndefinedNumber)
            return Broken("its value before it is ready contains a number", "Set Undefined to NaN.");
        int? ready = null;
        for (int row = 0; row < bars.Count; row++)
        {
            stream.Update(new BarEvent(bars, row));
            if (ready is null && stream.IsReady)
                ready = row;
            if (stream.IsReady != ready is not null)
                return Broken(FormattableString.Invariant($"it is ready from bar {ready}, but not at bar {row}"), "Once ready, stay ready until reset.");
            if (stream.IsReady == stream.IsUndefined)
            {
                string found = stream.IsReady ? "ready but returns an undefined value" : "not ready but returns a value";
                return Broken(FormattableString.Invariant($"at bar {row} it is {found}"), "Return Undefined until IsReady, and a value from then on.");
            }
        }

        return ready is { } first
            ? Held(FormattableString.Invariant($"undefined before bar {first}, defined from it on"))
            : NotExamined(FormattableString.Invariant($"it was not ready within {bars.Count} bars"));
    }
}
