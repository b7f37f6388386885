namespace Backtest.Data.Checking;

/// <summary>Something in bars that is wrong, or looks it.</summary>
/// <param name="Code">A stable word for scripts, such as <c>gap</c>.</param>
/// <param name="Message">What was found where it was found first.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Count">How often it was found.</param>
public sealed record DataFinding(string Code, string Message, string Fix, long Count)
{
    /// <summary>The symbol; <see langword="null"/>: a row was found before its symbol was known.</summary>
    public string? Symbol { get; init; }

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; init; }

    /// <summary>The file and line where it was found first; of bars that came from no file, nothing.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>When the bar starts it was found at first, UTC; <see langword="null"/>: it is a row, not a bar.</summary>
    public DateTime? Time { get; init; }
}
