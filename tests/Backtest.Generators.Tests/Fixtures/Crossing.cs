namespace Backtest.Tests;

/// <summary>A strategy that reads indicators in every supported way.</summary>
[Strategy("crossing")]
public sealed partial class Crossing
{
    [Parameter(Min = 1)]
    public int Period { get; init; } = 5;

    [Indicator(nameof(Average))]
    private partial double Line { get; }

    [Indicator(nameof(Average), Offset = 2)]
    private partial double Earlier { get; }

    [Indicator<SimpleMovingAverage>(nameof(Period), Source = BarField.High)]
    private partial double Highs { get; }

    [Indicator<DonchianChannel>(3, Offset = 1)]
    private partial ChannelValue Channel { get; }

    private IndicatorSpec Average() => Indicators.Sma(Period);

    public void OnBar(BarEvent bar, ISignals signals, in Position position)
    {
        if (Line > Earlier && bar.Close < Highs)
            signals.Enter(Direction.Long, new EntryTerms { Reason = $"{Line} {Earlier} {Highs} {position.Quantity}" });
        else if (bar.Close > Channel.Upper)
            signals.Exit(reason: $"{Channel.Upper}");
    }
}
