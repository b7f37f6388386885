namespace Backtest.Research;

/// <summary>The figures of a holdout step.</summary>
public sealed record HoldoutFigures
{
    /// <summary>The folder of the run.</summary>
    public required string Run { get; init; }

    /// <summary>How it ended.</summary>
    public required string Status { get; init; }

    /// <summary>How often the held-out days were viewed.</summary>
    public required HoldoutCount Holdout { get; init; }

    /// <summary>The benchmark, bought and held.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The number of days that both have.</summary>
    public required int Days { get; init; }

    /// <summary>The return of the run on these days, as a fraction.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>The return of the benchmark on these days, as a fraction.</summary>
    public required double BenchmarkReturn { get; init; }

    /// <summary>The Sharpe ratio of the run, or null if there is none.</summary>
    public double? Sharpe { get; init; }

    /// <summary>The number of its closed trades.</summary>
    public required int Trades { get; init; }

    /// <summary>The mean excess of its daily returns over the benchmark's, or null if there are too few days.</summary>
    public MeanDifference? Difference { get; init; }

    /// <summary>The value of a capital of 1 at the end of each day.</summary>
    public required IReadOnlyList<HoldoutDay> Curve { get; init; }
}

/// <summary>The value of a capital of 1 at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Wealth">Its value with the run.</param>
/// <param name="Benchmark">Its value in the benchmark.</param>
public sealed record HoldoutDay(DateOnly Day, double Wealth, double Benchmark);
