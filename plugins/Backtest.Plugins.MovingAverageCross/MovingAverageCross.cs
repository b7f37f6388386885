namespace Backtest.Plugins.MovingAverageCross;

/// <summary>
/// Enters when the fast average crosses above the slow one, and exits or reverses when it crosses below. A cross up at t means that the fast average
/// was below the slow one at t−1 and is above it at t.
/// </summary>
[Strategy("sma-cross", Description = "Two moving averages cross.")]
public sealed partial class MovingAverageCross
{
    private const string CrossUp = "cross up";
    private const string CrossDown = "cross down";

    /// <summary>The period of the fast average, in bars.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The period of the fast average, in bars.")]
    public int Fast { get; init; } = 10;

    /// <summary>The period of the slow average, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the slow average, in bars. Must be above that of the fast one.")]
    public int Slow { get; init; } = 30;

    /// <summary>The kind of both averages.</summary>
    [Parameter(Description = "Whether averages are simple or exponential.")]
    public AverageKind Average { get; init; }

    /// <summary>Whether a cross down only exits, or reverses the position.</summary>
    [Parameter(Description = "Whether it trades only long positions, or alternates between long and short.")]
    public TradedDirections Direction { get; init; }

    [Indicator(nameof(FastAverage))]
    private partial double FastLine { get; }

    [Indicator(nameof(SlowAverage))]
    private partial double SlowLine { get; }

    [Indicator(nameof(FastAverage), Offset = 1)]
    private partial double PriorFastLine { get; }

    [Indicator(nameof(SlowAverage), Offset = 1)]
    private partial double PriorSlowLine { get; }

    private IndicatorSpec FastAverage => Of(Fast);

    private IndicatorSpec SlowAverage => Of(Slow);

    /// <summary>Checks that the fast average has the shorter period.</summary>
    public void Validate(IParameterErrors errors)
    {
        if (Fast >= Slow)
        {
            errors.Add("fast", $"'fast' is {Fast} and 'slow' is {Slow}, but 'fast' must be below 'slow'.",
                "Lower 'fast' or raise 'slow'.");
        }
    }

    /// <summary>Compares the averages with those of the previous bar.</summary>
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (PriorFastLine < PriorSlowLine && FastLine > SlowLine)
        {
            if (Direction == TradedDirections.Both)
                signals.Exit(reason: CrossUp);
            signals.Enter(Backtest.Direction.Long, new EntryTerms { Reason = CrossUp });
        }
        else if (PriorFastLine > PriorSlowLine && FastLine < SlowLine)
        {
            signals.Exit(reason: CrossDown);
            if (Direction == TradedDirections.Both)
                signals.Enter(Backtest.Direction.Short, new EntryTerms { Reason = CrossDown });
        }
    }

    private IndicatorSpec Of(int period) => Average == AverageKind.Sma ? Indicators.Sma(period) : Indicators.Ema(period);
}
