namespace Backtest.Tests;

/// <summary>A strategy that gives what it reads of weekly bars and of a configured timeframe as its reason.</summary>
[Strategy("ladder")]
public sealed partial class Ladder
{
    [Parameter]
    public Timeframe Slow { get; init; } = new(1, 'w');

    [Indicator<SimpleMovingAverage>(2, Timeframe = "1w")]
    private partial double Average { get; }

    [Indicator(nameof(LastClose), Timeframe = nameof(Slow), Offset = 1)]
    private partial double Before { get; }

    [Bars("1w")]
    private partial BarEvent Week { get; }

    private static IndicatorSpec LastClose => Indicators.Sma(1);

    public void OnBar(BarEvent bar, ISignals signals) => signals.Exit(reason: $"{Average} {Before} {Week.Close} {Week.Index}");
}
