namespace Backtest.Results;

/// <summary>What signals of one strategy were worth over one horizon. Only entries are measured whose horizon was over when the data ended.</summary>
public sealed record SignalStatistic
{
    /// <summary>The portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Which of its signals these are.</summary>
    public required SignalGroup Group { get; init; }

    /// <summary>The symbol they are on, or null if they are not taken by symbol.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The regime they were given in, or null if they are not taken by regime.</summary>
    public required string? Regime { get; init; }

    /// <summary>The horizon, in bars of the signal's instrument.</summary>
    public required int Horizon { get; init; }

    /// <summary>Entries.</summary>
    public required int Signals { get; init; }

    /// <summary>Entries whose horizon was over, and whose prices were above zero.</summary>
    public required int Measured { get; init; }

    /// <summary>The share of returns above zero, or null if nothing was measured.</summary>
    public required double? HitRate { get; init; }

    /// <summary>The mean return of the side wanted, or null if nothing was measured.</summary>
    public required double? Expectancy { get; init; }

    /// <summary>The expectancy over its error, overlap taken into account (Newey and West, 1987), or null if it has none.</summary>
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

    /// <summary>What it is taken over.</summary>
    public required CoefficientKind CoefficientOver { get; init; }

    /// <summary>The coefficient over its error, overlap taken into account, or null if it has none.</summary>
    public required double? CoefficientT { get; init; }

    /// <summary>How many dates it is the mean of; 0 where it is taken over time.</summary>
    public required int Dates { get; init; }
}
