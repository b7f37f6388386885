namespace Backtest.Fixtures;

/// <summary>Decides by the way a culture formats numbers.</summary>
[Strategy("culture-bound", Description = "Decides by how a culture writes numbers.")]
public sealed partial class CultureBound
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        bool isPlain = System.Globalization.NumberFormatInfo.CurrentInfo.NumberDecimalSeparator == ".";
        if (bar.Index % (isPlain ? 3 : 4) == 0)
            signals.Enter(Direction.Long);
    }
}
