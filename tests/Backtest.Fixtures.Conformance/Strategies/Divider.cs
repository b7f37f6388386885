namespace Backtest.Fixtures;

/// <summary>Divides by the range of a bar.</summary>
[Strategy("divider", Description = "Divides by the range of a bar.")]
public sealed partial class Divider
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        decimal place = (decimal)(bar.Close - bar.Low) / (decimal)(bar.High - bar.Low);
        if (place > 0.7m)
            signals.Enter(Direction.Long);
    }
}
