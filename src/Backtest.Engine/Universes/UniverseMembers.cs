namespace Backtest.Engine;

/// <summary>Which instruments a universe holds, asked day by day: days may only go forward.</summary>
internal sealed class UniverseMembers
{
    private readonly (int From, int To)[][] _stretches;
    private readonly int[] _next;

    /// <summary>The memberships of the instruments there are.</summary>
    public UniverseMembers(Universe universe, IReadOnlyList<Instrument> instruments)
    {
        ILookup<string, UniverseMembership> bySymbol = universe.Memberships.ToLookup(membership => membership.Symbol, StringComparer.Ordinal);
        _stretches = [.. instruments.Select(instrument => bySymbol[instrument.Symbol]
            .Select(membership => (From: membership.From.DayNumber, To: membership.To?.DayNumber ?? int.MaxValue))
            .OrderBy(stretch => stretch.From)
            .ToArray())];
        _next = new int[instruments.Count];
    }

    /// <summary>Whether any instrument ever belongs to it.</summary>
    public bool HasAny => Array.Exists(_stretches, static own => own.Length > 0);

    /// <summary>Whether an instrument belongs to it on a day.</summary>
    public bool Has(int instrument, int day)
    {
        (int From, int To)[] own = _stretches[instrument];
        ref int next = ref _next[instrument];
        while (next < own.Length && day > own[next].To)
            next++;
        return next < own.Length && day >= own[next].From;
    }
}
