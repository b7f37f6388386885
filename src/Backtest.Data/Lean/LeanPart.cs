namespace Backtest.Data.Lean;

/// <summary>A zip with bars of one symbol.</summary>
/// <param name="Path">The file.</param>
/// <param name="Entry">The name of its table.</param>
/// <param name="Date">The date of its times; <see langword="null"/>: each row has its own.</param>
/// <param name="Ticker">What the symbol was called, and from when to when: no other days are taken.</param>
internal sealed record LeanPart(string Path, string Entry, DateOnly? Date, LeanTicker Ticker)
{
    /// <summary>The zip with the quotes of the same times; <see langword="null"/>: they are not wanted, or there are none.</summary>
    public LeanPart? Quotes { get; init; }
}
