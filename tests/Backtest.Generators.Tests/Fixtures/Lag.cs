namespace Backtest.Tests;

/// <summary>A strategy that gives the one-bar average, now and two bars ago, as its reason.</summary>
[Strategy("lag")]
public sealed partial class Lag
{
    [Indicator<SimpleMovingAverage>(1)]
    private partial double Now { get; }

    [Indicator<SimpleMovingAverage>(1, Offset = 2)]
    private partial double Earlier { get; }

    public void OnBar(BarEvent bar, ISignals signals) => signals.Exit(reason: $"{Now} {Earlier}");
}
