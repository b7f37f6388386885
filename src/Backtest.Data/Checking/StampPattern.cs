using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// The usual first and last times of a series' days, to compare symbols: if the days of one begin and end one bar later than another's, its bars
/// may be stamped at their ends, and the other's at their starts.
/// </summary>
internal sealed class StampPattern(SourceSeries series) : IBarCheck
{
    // Fewer days do not make a pattern.
    private const int FewestDays = 3;

    private readonly Dictionary<(long First, long Last), int> _days = [];
    private int _day = -1;
    private long _first;
    private long _last;
    private long _start;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            if (bars.Day[row] != _day)
            {
                Close();
                (_day, _first) = (bars.Day[row], bars.Start[row]);
                _start = _start == 0 ? _first : _start;
            }

            _last = bars.End[row];
        }
    }

    public IEnumerable<DataFinding> Findings() => [];

    /// <summary>Symbols that seem to be stamped differently from those before them, at the same timeframe and calendar.</summary>
    public static IEnumerable<DataFinding> Compare(IEnumerable<StampPattern> patterns)
    {
        foreach (IGrouping<(Timeframe, string), StampPattern> alike in patterns.GroupBy(pattern => pattern.Group))
        {
            StampPattern? first = null;
            foreach (StampPattern pattern in alike)
            {
                if (pattern.Usual() is not { } usual)
                    continue;
                first ??= pattern;
                (long ours, long theirs) = (usual.First - first.Usual()!.Value.First, usual.Last - first.Usual()!.Value.Last);
                if (ours == theirs && Math.Abs(ours) == pattern.Length)
                    yield return pattern.Differs(first, ours > 0);
            }
        }
    }

    private (Timeframe, string) Group => (series.Timeframe, series.Calendar.Name);

    private long Length => series.Timeframe.Ticks;

    private DataFinding Differs(StampPattern first, bool isLater) => new(
        "mixed_stamps",
        $"days begin and end a bar {(isLater ? "later" : "earlier")} than those of {first.Symbol}: the later ones are stamped with bar ends",
        "Use a separate source for symbols stamped with bar ends, with data.stamp: end.",
        _days.Values.Sum())
    {
        Symbol = Symbol,
        Timeframe = series.Timeframe,
        Time = new DateTime(_start, DateTimeKind.Utc),
    };

    private string Symbol => series.Symbol;

    /// <summary>The hours of most days, UTC, or <see langword="null"/> if there is no pattern.</summary>
    private (long First, long Last)? Usual()
    {
        Close();
        if (Length >= TimeSpan.TicksPerDay || _days.Count == 0)
            return null;
        ((long, long) hours, int count) = _days.MaxBy(pair => pair.Value);
        return count >= FewestDays && 2 * count > _days.Values.Sum() ? hours : null;
    }

    private void Close()
    {
        if (_day < 0)
            return;
        (long, long) hours = (_first % TimeSpan.TicksPerDay, _last - _first + _first % TimeSpan.TicksPerDay);
        _days[hours] = _days.GetValueOrDefault(hours) + 1;
        _day = -1;
    }
}
