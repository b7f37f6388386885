using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>Bars that follow each other without a gap, every day: a bar ends at its start plus the timeframe.</summary>
internal sealed class ZonePlacement(Timeframe timeframe, DataZone zone, bool isStampedAtEnd) : IBarPlacement
{
    public BarTime Place(long utc, long local)
    {
        long other = zone.Add(utc, local, timeframe, isStampedAtEnd ? -1 : 1);
        long start = isStampedAtEnd ? other : utc;
        long end = isStampedAtEnd ? utc : other;
        return new BarTime(start, end, zone.Day(start));
    }

    public RowProblem? Check(in BarTime time) => null;

    public bool IsWanted(in BarTime time) => true;
}
