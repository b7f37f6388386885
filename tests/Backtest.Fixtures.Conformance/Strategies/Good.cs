namespace Backtest.Fixtures;

/// <summary>Obeys every law, with a chained indicator, one with an offset, and one of its own.</summary>
[Strategy("good", Description = "Obeys every law.")]
public sealed partial class Good
{
    [Parameter(Min = 2, Max = 50, Description = "The period.")]
    public int Period { get; init; } = 5;

    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "How much an entry is wanted.")]
    public double Strength { get; init; } = 0.5;

    [Indicator(nameof(SmoothChange))]
    private partial double Change { get; }

    [Indicator<SimpleMovingAverage>(nameof(Period), Offset = 2)]
    private partial double Before { get; }

    [Indicator<TrueSpan>]
    private partial double Span { get; }

    private IndicatorSpec SmoothChange => Indicators.Sma(3).Of(Indicators.Roc(Period));

    public void Validate(IParameterErrors errors)
    {
        if (Period == 50 && Strength < 0.01)
            errors.Add("period", "'period' is too much for so little.");
    }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && Change > 0 && bar.Close > Before)
            signals.Enter(Direction.Long, new EntryTerms
            {
                Strength = Strength,
                StopLoss = Span > 0 ? PriceLevel.Offset(2 * Span) : null,
                Reason = "up",
            });
        else if (position.IsLong && Change < 0)
            signals.Exit(reason: "down");
    }
}
