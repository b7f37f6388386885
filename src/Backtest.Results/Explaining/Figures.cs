using System.Globalization;

namespace Backtest.Results;

/// <summary>Formats figures in the texts of an explanation.</summary>
internal static class Figures
{
    public static string Money(decimal value) => value.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Money(double value) => double.IsNaN(value) ? "-" : value.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Quantity(decimal value) => value.ToString("#,0.########", CultureInfo.InvariantCulture);

    public static string Price(decimal value) => value.ToString("#,0.00######", CultureInfo.InvariantCulture);

    public static string Price(double value) => value.ToString("#,0.00######", CultureInfo.InvariantCulture);

    public static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "not ready";

    public static string Percent(double value) => value.ToString("0.##%", CultureInfo.InvariantCulture);

    /// <summary>A time; only the date if it is at midnight.</summary>
    public static string Time(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : time.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Words<TEnum>.Of(value).Replace('_', ' ');
}
