namespace Backtest.Engine;

/// <summary>The instruments of a universe, queried day by day: days may only go forward.</summary>
/// <param name="stretches">The stretches of days in which each instrument is a member, by the index of the instruments.</param>
internal sealed class UniverseMembers(UniverseStretches stretches)
{
    private readonly int[] _next = new int[stretches.Count];

    /// <summary>Whether any instrument is ever a member.</summary>
    public bool HasAny => stretches.HasAny;

    /// <summary>Whether an instrument is a member on a day.</summary>
    public bool Has(int instrument, int day)
    {
        ReadOnlySpan<(int From, int To)> own = stretches.Of(instrument);
        ref int next = ref _next[instrument];
        while (next < own.Length && day > own[next].To)
            next++;
        return next < own.Length && day >= own[next].From;
    }
}
