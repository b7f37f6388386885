namespace Backtest.Data.Actions;

/// <summary>Which company used a symbol, and when, according to the known renames.</summary>
/// <param name="renames">The renames.</param>
/// <param name="there">
/// The symbols in the data. Where the data lacks a company's former symbol, it has the company's whole history under the new one.
/// </param>
internal sealed class RenameHistory(IReadOnlyList<Rename> renames, IReadOnlySet<string> there)
{
    /// <summary>The companies that used a symbol, each by its latest symbol, with the first and last day.</summary>
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

    /// <summary>The last day before another on which the symbol was taken by a company whose earlier bars are in the data.</summary>
    private int Taken(string symbol, DateOnly before) => renames
        .Where(rename => rename.NewSymbol == symbol && rename.Day < before && HasFormer(rename)).Select(rename => rename.Day.DayNumber)
        .DefaultIfEmpty(int.MinValue).Max();

    private bool HasFormer(Rename rename) => there.Contains(rename.Symbol)
        || renames.Any(earlier => earlier.NewSymbol == rename.Symbol && earlier.Day < rename.Day && HasFormer(earlier));
}
