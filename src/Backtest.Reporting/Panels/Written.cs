using System.Globalization;

namespace Backtest.Reporting;

/// <summary>Formats figures for sentences.</summary>
internal static class Written
{
    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of something, in the singular if it is one.</summary>
    public static string Count(long value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";

    /// <summary>An amount of money, without its fraction if it is large.</summary>
    public static string Money(double value) => Minus(value.ToString(Math.Abs(value) >= 1000 ? "N0" : "N2", CultureInfo.InvariantCulture));

    /// <summary>A fraction as a percentage.</summary>
    public static string Percent(double value) => Minus((value * 100).ToString("N2", CultureInfo.InvariantCulture)) + "%";

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Minus(string text) => text.Replace('-', '−');
}
