namespace Backtest.Tests;

/// <summary>A strategy that says what it holds.</summary>
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
