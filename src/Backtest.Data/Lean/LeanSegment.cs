using Backtest.Data.Calendars;

namespace Backtest.Data.Lean;

/// <summary>A period of trading within one date.</summary>
/// <param name="Start">Its start, as a time of day.</param>
/// <param name="End">Its end; for a whole day, the next midnight.</param>
/// <param name="IsRegular">Whether it belongs to the regular session.</param>
internal readonly record struct LeanSegment(TimeSpan Start, TimeSpan End, bool IsRegular)
{
    private const int DaysOfWeek = 7;

    /// <summary>
    /// The hours of trading days. Trading up to midnight belongs to the next day if it continues there and ends within that day, as in markets
    /// whose day begins on the evening before.
    /// </summary>
    public static TradingHours?[] ToTradingDays(LeanSegment[][] dates)
    {
        List<LeanSegment>[] days = [.. Enumerable.Range(0, DaysOfWeek).Select(_ => new List<LeanSegment>())];
        for (int date = 0; date < DaysOfWeek; date++)
        {
            LeanSegment[] next = dates[(date + 1) % DaysOfWeek];
            foreach (LeanSegment segment in dates[date])
            {
                bool isOfNext = segment.End == TimeSpan.FromDays(1)
                    && next.Any(other => other.Start == TimeSpan.Zero && other.End < TimeSpan.FromDays(1));
                if (isOfNext)
                    days[(date + 1) % DaysOfWeek].Add(segment.MovedBack());
                else
                    days[date].Add(segment);
            }
        }

        return [.. days.Select(ToHours)];
    }

    private LeanSegment MovedBack() => new(Start - TimeSpan.FromDays(1), End - TimeSpan.FromDays(1), IsRegular);

    private static TradingHours? ToHours(List<LeanSegment> segments)
    {
        LeanSegment[] regular = [.. segments.Where(segment => segment.IsRegular)];
        if (regular.Length == 0)
            return null;
        return new TradingHours(
            segments.Min(segment => segment.Start).Ticks,
            regular.Min(segment => segment.Start).Ticks,
            regular.Max(segment => segment.End).Ticks,
            segments.Max(segment => segment.End).Ticks);
    }
}
