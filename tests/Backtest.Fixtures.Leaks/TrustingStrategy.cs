namespace Backtest.Fixtures.Leaks;

/// <summary>How a strategy reads an indicator.</summary>
public enum Reading
{
    /// <summary>By its id.</summary>
    ById,

    /// <summary>Through an average of it.</summary>
    Averaged,

    /// <summary>As a column that is normalized.</summary>
    Normalized,
}

/// <summary>Trades honestly on an indicator that is not honest.</summary>
[Strategy("trusting", Description = "Trades on an indicator.")]
public sealed partial class TrustingStrategy
{
    /// <summary>The value the indicator looks at.</summary>
    [Parameter(Description = "What the indicator looks at.")]
    public Look Look { get; init; }

    /// <summary>How the indicator is read.</summary>
    [Parameter(Description = "How it is read.")]
    public Reading Reading { get; init; }

    [Indicator(nameof(Wanted))]
    private partial double Value { get; }

    private IndicatorSpec Wanted => Reading switch
    {
        Reading.ById => Indicators.Plugin("peeking-indicator", (int)Look),
        Reading.Averaged => Indicators.Sma(2).Of(IndicatorSpec.Bars<PeekingIndicator, double>(() => new PeekingIndicator((int)Look), (int)Look)),
        _ => IndicatorSpec.Series<NormalizedClose, double>(() => new NormalizedClose()),
    };

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        double level = Reading == Reading.Normalized ? 0.9 : 0;
        if (position.IsFlat && Value > level)
            signals.Enter(Direction.Long);
        else if (position.IsLong && Value < level)
            signals.Exit();
    }
}
