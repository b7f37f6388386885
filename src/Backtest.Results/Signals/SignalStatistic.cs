namespace Backtest.Results;

/// <summary>
/// Statistics of one strategy's signals over one horizon. Only entries whose horizon was complete at the end of the data are measured.
/// </summary>
public sealed record SignalStatistic
{
    /// <summary>The portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The group of its signals.</summary>
    public required SignalGroup Group { get; init; }

    /// <summary>The symbol of the group, or null if it is not by symbol.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The regime of the group, or null if it is not by regime.</summary>
    public required string? Regime { get; init; }

    /// <summary>The horizon, in bars of the signal's instrument.</summary>
    public required int Horizon { get; init; }

    /// <summary>The number of entries.</summary>
    public required int Signals { get; init; }

    /// <summary>The number of entries whose horizon was complete and whose prices were above zero.</summary>
    public required int Measured { get; init; }

    /// <summary>The fraction of returns above zero, or null if nothing was measured.</summary>
    public required double? HitRate { get; init; }

    /// <summary>The mean return of the signals' sides, or null if nothing was measured.</summary>
    public required double? Expectancy { get; init; }

    /// <summary>The expectancy divided by its error, accounting for overlap (Newey and West, 1987), or null if it has none.</summary>
    public required double? T { get; init; }

    /// <summary>The mean of the maximum favorable excursions, or null if nothing was measured.</summary>
    public required double? Mfe { get; init; }

    /// <summary>The mean of the maximum adverse excursions, at most 0, or null if nothing was measured.</summary>
    public required double? Mae { get; init; }

    /// <summary>
    /// The information coefficient: the rank correlation (Spearman, 1904) of direction times strength with the return of the market, or null if
    /// strength is constant or there are too few signals.
    /// </summary>
    public required double? Coefficient { get; init; }

    /// <summary>The dimension over which it is computed.</summary>
    public required CoefficientKind CoefficientOver { get; init; }

    /// <summary>The coefficient divided by its error, accounting for overlap, or null if it has none.</summary>
    public required double? CoefficientT { get; init; }

    /// <summary>The number of dates it is averaged over; 0 if it is computed over time.</summary>
    public required int Dates { get; init; }
}
