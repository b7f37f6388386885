namespace Backtest.Tests;

/// <summary>A strategy that declares library indicators by their types.</summary>
[Strategy("twins")]
public sealed partial class Twins
{
    [Parameter(Min = 1)]
    public int Period { get; init; } = 9;

    [Indicator<SimpleMovingAverage>(20)]
    private partial double Average { get; }

    [Indicator<BollingerBands>(20, 2)]
    private partial BandValue Bands { get; }

    [Indicator<AverageTrueRange>(7, Offset = 3)]
    private partial double Range { get; }

    [Indicator<SimpleMovingAverage>(nameof(Period), Source = BarField.Volume)]
    private partial double Volume { get; }

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (Average > Bands.Upper + Range + Volume)
            signals.Exit();
    }
}
