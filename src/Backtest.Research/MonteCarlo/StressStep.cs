namespace Backtest.Research;

/// <summary>The result of a run with one thing made worse by a known amount.</summary>
public sealed record StressStep
{
    /// <summary>The amount for the unchanged run.</summary>
    public const string Unchanged = "as it was";

    /// <summary>The amount as users write it: <c>8 basis points</c>, <c>latency 2 bars</c>; <see cref="Unchanged"/> for the unchanged run.</summary>
    public required string Amount { get; init; }

    /// <summary>Equity at the end, in money.</summary>
    public required double FinalEquity { get; init; }

    /// <summary>The total return, as a fraction.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>The deepest fall from a peak at the end of days, as a fraction of the peak; zero or positive.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>The annual Sharpe ratio, or null if returns do not vary.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Computes the step from a path of equity with a value for each day.</summary>
    internal static StressStep Of(string amount, double[] path, AnnualSharpe sharpe) => new()
    {
        Amount = amount,
        FinalEquity = path[^1],
        TotalReturn = (path[^1] / path[0]) - 1,
        MaxDrawdown = DailyPath.DrawdownOf(path),
        Sharpe = sharpe.Of(path),
    };
}
