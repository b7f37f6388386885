using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The trading days plugins of a run may learn from: all except some ranges of days.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LearningDays
{
    private readonly (DateOnly From, DateOnly To)[] _kept;
    private volatile bool _wasAsked;

    /// <param name="kept">The days withheld from learning: ranges in order, both ends included, that do not overlap.</param>
    public LearningDays(IEnumerable<(DateOnly From, DateOnly To)> kept) => _kept = [.. kept];

    /// <summary>Whether a plugin asked for a day; one that never asks does not learn.</summary>
    public bool WasAsked => _wasAsked;

    /// <summary>Whether a day may be learned from.</summary>
    public bool Includes(DateOnly day)
    {
        if (!_wasAsked)
            _wasAsked = true;
        int low = 0;
        int high = _kept.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_kept[middle].To < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low == _kept.Length || _kept[low].From > day;
    }
}
