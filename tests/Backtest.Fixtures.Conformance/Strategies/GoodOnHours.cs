namespace Backtest.Fixtures;

/// <summary>Obeys every law, and reads bars of one and four hours besides its own.</summary>
[Strategy("good-on-hours", Description = "Obeys every law on several timeframes.")]
public sealed partial class GoodOnHours
{
    [Parameter(Description = "The timeframe of the trend.")]
    public Timeframe Trend { get; init; } = new(1, 'h');

    [Indicator<SimpleMovingAverage>(3, Timeframe = nameof(Trend))]
    private partial double Slow { get; }

    [Indicator<TrueSpan>(Timeframe = "4h", Offset = 1)]
    private partial double Span { get; }

    [Bars("4h")]
    private partial BarEvent Last { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && bar.Close > Slow && Last.Close > Last.Open && Span > 0)
            signals.Enter(Direction.Long, new EntryTerms { Reason = "up" });
        else if (position.IsLong && bar.Close < Slow)
            signals.Exit(reason: "down");
    }
}
