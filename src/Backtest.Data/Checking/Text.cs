using System.Globalization;

namespace Backtest.Data.Checking;

/// <summary>Formats times and changes for findings.</summary>
internal static class Text
{
    /// <summary>The start of a bar: its date, or its time if it is shorter than a day.</summary>
    public static string Time(long ticks, Timeframe timeframe) => new DateTime(ticks).ToString(
        timeframe.Ticks >= TimeSpan.TicksPerDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A trading day.</summary>
    public static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A change of a price, in percent.</summary>
    public static string Change(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{(ratio - 1) * 100:+0.0;-0.0}%");
}
