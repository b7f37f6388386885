namespace Backtest.Engine;

/// <summary>When each instrument belongs to a universe.</summary>
internal sealed class UniverseStretches
{
    private readonly (int From, int To)[][] _stretches;

    /// <summary>The memberships of the instruments there are.</summary>
    public UniverseStretches(Universe universe, IReadOnlyList<Instrument> instruments)
    {
        ILookup<string, UniverseMembership> bySymbol = universe.Memberships.ToLookup(membership => membership.Symbol, StringComparer.Ordinal);
        _stretches = [.. instruments.Select(instrument => bySymbol[instrument.Symbol]
            .Select(membership => (From: membership.From.DayNumber, To: membership.To?.DayNumber ?? int.MaxValue))
            .OrderBy(stretch => stretch.From)
            .ToArray())];
        File = universe.File;
    }

    /// <summary>The file it was read from; <see langword="null"/>: none.</summary>
    public DataFile? File { get; }

    /// <summary>How many instruments there are.</summary>
    public int Count => _stretches.Length;

    /// <summary>Whether any instrument ever belongs to it.</summary>
    public bool HasAny => Array.Exists(_stretches, static own => own.Length > 0);

    /// <summary>When an instrument belongs to it, as day numbers, in order.</summary>
    public ReadOnlySpan<(int From, int To)> Of(int instrument) => _stretches[instrument];
}
