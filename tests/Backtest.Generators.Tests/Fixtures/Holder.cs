namespace Backtest.Tests;

/// <summary>A strategy that gives its position as its reason.</summary>
[Strategy("holder")]
public sealed partial class Holder
{
    private int _bars;

    public void OnBar(BarEvent bar, Position position, ISignals signals)
    {
        _bars++;
        signals.Exit(reason: $"{position.Quantity}");
    }

    public override string ToString() => $"{_bars} bars";
}
