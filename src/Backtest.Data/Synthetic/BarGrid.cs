using Backtest.Data.Time;

namespace Backtest.Data.Synthetic;

/// <summary>The times of a synthetic source's bars: one after the other without a gap, with every day a trading day.</summary>
internal sealed class BarGrid
{
    private readonly DataZone _zone;
    private readonly Timeframe _timeframe;
    private readonly long _origin;
    private readonly long _originClock;

    /// <summary>Creates the grid, limited to the requested days.</summary>
    public BarGrid(BarSourceOptions.Synthetic options, DataZone zone)
    {
        SyntheticBars bars = options.Bars;
        _zone = zone;
        _timeframe = options.Timeframe;
        _originClock = bars.Start.ToDateTime(TimeOnly.MinValue).Ticks;
        _origin = zone.ToUtc(_originClock);
        First = options.Start is { } start ? FirstOn(start.DayNumber, bars.Bars) : 0;
        Count = (options.End is { } end ? FirstOn(end.DayNumber + 1, bars.Bars) : bars.Bars) - First;
    }

    /// <summary>The first requested bar.</summary>
    public int First { get; }

    /// <summary>The number of requested bars; 0 or less if there are none.</summary>
    public int Count { get; }

    /// <summary>The start of a bar, UTC ticks.</summary>
    public long Start(long bar) => _zone.Add(_origin, _originClock, _timeframe, bar);

    /// <summary>The day of a bar that starts at an instant.</summary>
    public int Day(long start) => _zone.Day(start);

    private int FirstOn(int day, int bars)
    {
        int low = 0;
        int high = bars;
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            if (Day(Start(middle)) < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
