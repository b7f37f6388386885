using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>
/// Places bars that follow each other without a gap, every day: a bar ends at its start plus the timeframe. A bar of months covers whole months,
/// whichever of their days it is stamped with.
/// </summary>
internal sealed class ZonePlacement(Timeframe timeframe, DataZone zone, bool isStampedAtEnd) : IBarPlacement
{
    public BarTime Place(long utc, long local)
    {
        if (timeframe.Months > 0)
            return PlaceMonths(local);
        long other = zone.Add(utc, local, timeframe, isStampedAtEnd ? -1 : 1);
        long start = isStampedAtEnd ? other : utc;
        long end = isStampedAtEnd ? utc : other;
        return new BarTime(start, end, zone.Day(start));
    }

    private BarTime PlaceMonths(long local)
    {
        long back = isStampedAtEnd ? 1 : 0;
        (int first, int last) = CalendarBlock.Of(timeframe, (int)((local - back) / TimeSpan.TicksPerDay));
        return new BarTime(zone.ToUtc(first * TimeSpan.TicksPerDay), zone.ToUtc((last + 1) * TimeSpan.TicksPerDay), first);
    }

    public RowProblem? Check(in BarTime time) => null;

    public bool IsWanted(in BarTime time) => true;
}
