namespace Backtest.Data.Actions;

/// <summary>Which company a symbol was of, and when, by the renames that are known.</summary>
/// <param name="renames">The renames.</param>
/// <param name="there">
/// The symbols the data has. Where it has no former symbol of a company, it has the whole of its history under the new one.
/// </param>
internal sealed class RenameHistory(IReadOnlyList<Rename> renames, IReadOnlySet<string> there)
{
    /// <summary>The companies that had a symbol, each by the last symbol it took, and from which day to which.</summary>
    public IEnumerable<(string Symbol, int First, int Last)> Names(string symbol)
    {
        int first = int.MinValue;
        foreach (Rename rename in renames.Where(rename => rename.Symbol == symbol).OrderBy(rename => rename.Day))
        {
            yield return (Latest(rename), Math.Max(first, Taken(symbol, rename.Day)), rename.Day.DayNumber - 1);
            first = rename.Day.DayNumber;
        }

        yield return (symbol, Math.Max(first, Taken(symbol, DateOnly.MaxValue)), int.MaxValue);
    }

    /// <summary>Whether a company gave a symbol up.</summary>
    public bool IsGivenUp(string symbol) => renames.Any(rename => rename.Symbol == symbol);

    // A company may be renamed more than once.
    private string Latest(Rename rename)
    {
        while (renames.FirstOrDefault(later => later.Symbol == rename.NewSymbol && later.Day > rename.Day) is { } next)
            rename = next;
        return rename.NewSymbol;
    }

    /// <summary>The day before another that a symbol was last taken on by a company whose bars before are there.</summary>
    private int Taken(string symbol, DateOnly before) => renames
        .Where(rename => rename.NewSymbol == symbol && rename.Day < before && HasFormer(rename)).Select(rename => rename.Day.DayNumber)
        .DefaultIfEmpty(int.MinValue).Max();

    private bool HasFormer(Rename rename) => there.Contains(rename.Symbol)
        || renames.Any(earlier => earlier.NewSymbol == rename.Symbol && earlier.Day < rename.Day && HasFormer(earlier));
}
