namespace Backtest.Data.Checking;

/// <summary>Something in bars that is, or looks, wrong.</summary>
/// <param name="Code">A stable word for scripts, such as <c>gap</c>.</param>
/// <param name="Message">What was found in the first case.</param>
/// <param name="Fix">How to fix it.</param>
/// <param name="Count">How often it was found.</param>
public sealed record DataFinding(string Code, string Message, string Fix, long Count)
{
    /// <summary>The symbol, or <see langword="null"/> if a row was found before its symbol was known.</summary>
    public string? Symbol { get; init; }

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; init; }

    /// <summary>The file and line of the first case; not set for bars that come from no file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The start of the bar in the first case, UTC, or <see langword="null"/> if it is a row, not a bar.</summary>
    public DateTime? Time { get; init; }
}
