namespace Backtest.Engine;

/// <summary>The stretches of days in which each instrument is a member of a universe.</summary>
internal sealed class UniverseStretches
{
    private readonly (int From, int To)[][] _stretches;

    /// <summary>Creates the stretches of the given instruments.</summary>
    public UniverseStretches(Universe universe, IReadOnlyList<Instrument> instruments)
    {
        ILookup<string, UniverseMembership> bySymbol = universe.Memberships.ToLookup(membership => membership.Symbol, StringComparer.Ordinal);
        _stretches = [.. instruments.Select(instrument => bySymbol[instrument.Symbol]
            .Select(membership => (From: membership.From.DayNumber, To: membership.To?.DayNumber ?? int.MaxValue))
            .OrderBy(stretch => stretch.From)
            .ToArray())];
        File = universe.File;
    }

    /// <summary>The file it was read from; <see langword="null"/> if there is none.</summary>
    public DataFile? File { get; }

    /// <summary>The number of instruments.</summary>
    public int Count => _stretches.Length;

    /// <summary>Whether any instrument is ever a member.</summary>
    public bool HasAny => Array.Exists(_stretches, static own => own.Length > 0);

    /// <summary>The stretches in which an instrument is a member, as day numbers, in order.</summary>
    public ReadOnlySpan<(int From, int To)> Of(int instrument) => _stretches[instrument];
}
