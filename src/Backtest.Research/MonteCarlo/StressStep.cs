namespace Backtest.Research;

/// <summary>What a run came to with one thing made worse by a known amount.</summary>
public sealed record StressStep
{
    /// <summary>The amount of the run itself.</summary>
    public const string Unchanged = "as it was";

    /// <summary>By how much, as users write it: <c>8 basis points</c>, <c>latency 2 bars</c>; <see cref="Unchanged"/> of the run itself.</summary>
    public required string Amount { get; init; }

    /// <summary>Equity at the end, in money.</summary>
    public required double FinalEquity { get; init; }

    /// <summary>The return, as a fraction.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>The deepest fall from a peak at the end of days, as a fraction of it; zero or above.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>The annual Sharpe ratio; null where returns do not vary.</summary>
    public double? Sharpe { get; init; }

    /// <summary>The step of a path of equity, a value for each day.</summary>
    internal static StressStep Of(string amount, double[] path, AnnualSharpe sharpe) => new()
    {
        Amount = amount,
        FinalEquity = path[^1],
        TotalReturn = (path[^1] / path[0]) - 1,
        MaxDrawdown = DailyPath.DrawdownOf(path),
        Sharpe = sharpe.Of(path),
    };
}
