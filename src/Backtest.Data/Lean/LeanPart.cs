namespace Backtest.Data.Lean;

/// <summary>A zip with bars of one symbol.</summary>
/// <param name="Path">The file.</param>
/// <param name="Entry">The name of its table.</param>
/// <param name="Date">The date of its times, or <see langword="null"/> if each row has its own.</param>
/// <param name="Ticker">The symbol's ticker and the days it was used; other days are not read.</param>
internal sealed record LeanPart(string Path, string Entry, DateOnly? Date, LeanTicker Ticker)
{
    /// <summary>The zip with the quotes of the same times, or <see langword="null"/> if they are not requested or do not exist.</summary>
    public LeanPart? Quotes { get; init; }
}
