namespace Backtest.Plugins.TrendFollowing;

/// <summary>
/// Enters a strong trend that two exponential averages and the long-term average agree on, adds to the position as the trend continues, and trails a
/// stop behind each unit; exits when the two averages no longer agree with the position.
/// </summary>
[Strategy("trend-following", Description = "Enters a strong trend, adds to it as it continues, and trails a stop.")]
public sealed partial class TrendFollowingStrategy
{
    /// <summary>The period of the fast exponential average, in bars.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The period of the fast exponential average, in bars.")]
    public int Fast { get; init; } = 20;

    /// <summary>The period of the slow exponential average, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the slow exponential average, in bars. Must be above that of the fast one.")]
    public int Slow { get; init; } = 50;

    /// <summary>The period of the long-term simple average, in bars.</summary>
    [Parameter(Min = 3, Max = 10_000, Description = "The period of the long-term simple average, in bars. Must be above that of the slow one.")]
    public int LongTerm { get; init; } = 200;

    /// <summary>The period of the average directional index, in bars.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The period of the average directional index, in bars.")]
    public int AdxPeriod { get; init; } = 14;

    /// <summary>The average directional index above which a trend is strong enough.</summary>
    [Parameter(Min = 0, Max = 100, Description = "The average directional index above which a trend is strong enough.")]
    public double MinimumAdx { get; init; } = 25;

    /// <summary>The period of the average true range, in bars.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The period of the average true range, in bars.")]
    public int AtrPeriod { get; init; } = 14;

    /// <summary>The distance of the trailing stop and the distance between two units, in average true ranges.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 100,
        Description = "The distance of the trailing stop, and between two units, in average true ranges.")]
    public double AtrMultiple { get; init; } = 3;

    /// <summary>The maximum number of units held.</summary>
    [Parameter(Min = 1, Max = 100, Description = "The maximum number of units: the first entry and those added to it.")]
    public int MaxUnits { get; init; } = 3;

    /// <summary>The directions it trades.</summary>
    [Parameter(Description = "Whether it trades only long positions, or long and short ones.")]
    public TradedDirections Direction { get; init; }

    [Indicator<ExponentialMovingAverage>(nameof(Fast))]
    private partial double FastLine { get; }

    [Indicator<ExponentialMovingAverage>(nameof(Slow))]
    private partial double SlowLine { get; }

    [Indicator<SimpleMovingAverage>(nameof(LongTerm))]
    private partial double LongTermLine { get; }

    [Indicator<AverageDirectionalIndex>(nameof(AdxPeriod))]
    private partial DirectionalValue Movement { get; }

    [Indicator<AverageTrueRange>(nameof(AtrPeriod))]
    private partial double Range { get; }

    private double Distance => AtrMultiple * Range;

    /// <summary>Checks that each average has a longer period than the one before.</summary>
    public void Validate(IParameterErrors errors)
    {
        if (Fast >= Slow)
        {
            errors.Add("fast", $"'fast' is {Fast} and 'slow' is {Slow}, but 'fast' must be below 'slow'.",
                "Lower 'fast' or raise 'slow'.");
        }
        if (Slow >= LongTerm)
        {
            errors.Add("slow", $"'slow' is {Slow} and 'long_term' is {LongTerm}, but 'slow' must be below 'long_term'.",
                "Lower 'slow' or raise 'long_term'.");
        }
    }

    /// <summary>
    /// Exits when the averages cross against the position; enters a confirmed trend; adds a unit once the price has moved far enough.
    /// </summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool over = position.IsLong ? FastLine < SlowLine : position.IsShort && FastLine > SlowLine;
        if (over)
            signals.Exit(reason: "trend over");

        bool up = FastLine > SlowLine && bar.Close > LongTermLine;
        bool down = FastLine < SlowLine && bar.Close < LongTermLine;
        if (Movement.Adx <= MinimumAdx || !(up || (down && Direction == TradedDirections.Both)))
            return;
        Direction side = up ? Backtest.Direction.Long : Backtest.Direction.Short;
        if (over || position.IsFlat)
            signals.Enter(side, new EntryTerms { TrailingStop = Distance, Reason = "trend" });
        else if (position.Entries < MaxUnits && Gain(bar.Close, position) >= Distance)
            signals.Enter(side, new EntryTerms { TrailingStop = Distance, Add = true, Reason = "trend goes on" });
    }

    // A position that is not over has the direction of the averages, so an added unit has the same direction.
    private static double Gain(double close, in Position position)
    {
        double gain = close - (double)position.LastEntryPrice;
        return position.IsLong ? gain : -gain;
    }
}
