namespace Backtest.Research;

/// <summary>The figures of a holdout step.</summary>
public sealed record HoldoutFigures
{
    /// <summary>The folder of the run.</summary>
    public required string Run { get; init; }

    /// <summary>How it ended.</summary>
    public required string Status { get; init; }

    /// <summary>How often the days were looked at.</summary>
    public required HoldoutCount Holdout { get; init; }

    /// <summary>What it is compared with, bought and held.</summary>
    public required string Benchmark { get; init; }

    /// <summary>How many days both have.</summary>
    public required int Days { get; init; }

    /// <summary>The return of the run on these days, as a fraction.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>That of buying and holding.</summary>
    public required double BenchmarkReturn { get; init; }

    /// <summary>The Sharpe ratio of the run; null where there is none.</summary>
    public double? Sharpe { get; init; }

    /// <summary>How many of its trades ended.</summary>
    public required int Trades { get; init; }

    /// <summary>By how much its daily returns are above those of buying and holding; null of too few days.</summary>
    public MeanDifference? Difference { get; init; }

    /// <summary>What a capital of 1 came to at the end of each day.</summary>
    public required IReadOnlyList<HoldoutDay> Curve { get; init; }
}

/// <summary>What a capital of 1 came to at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Wealth">With the run.</param>
/// <param name="Benchmark">Bought and held.</param>
public sealed record HoldoutDay(DateOnly Day, double Wealth, double Benchmark);
