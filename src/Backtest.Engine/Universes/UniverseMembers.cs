namespace Backtest.Engine;

/// <summary>Which instruments a universe holds, asked day by day: days may only go forward.</summary>
/// <param name="stretches">When each belongs to it, by the index of the instruments.</param>
internal sealed class UniverseMembers(UniverseStretches stretches)
{
    private readonly int[] _next = new int[stretches.Count];

    /// <summary>Whether any instrument ever belongs to it.</summary>
    public bool HasAny => stretches.HasAny;

    /// <summary>Whether an instrument belongs to it on a day.</summary>
    public bool Has(int instrument, int day)
    {
        ReadOnlySpan<(int From, int To)> own = stretches.Of(instrument);
        ref int next = ref _next[instrument];
        while (next < own.Length && day > own[next].To)
            next++;
        return next < own.Length && day >= own[next].From;
    }
}
