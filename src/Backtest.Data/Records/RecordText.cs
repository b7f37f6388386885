using System.Globalization;

namespace Backtest.Data.Records;

/// <summary>Reads the fields of small files.</summary>
internal static class RecordText
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>Reads a day, year first.</summary>
    public static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads an amount above zero.</summary>
    public static bool TryParseAmount(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount > 0;

    /// <summary>Reads a price of zero or above.</summary>
    public static bool TryParsePrice(string text, out decimal price) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out price);

    /// <summary>Reads a ratio above zero: a number, or units after and units before separated by a colon.</summary>
    public static bool TryParseRatio(string text, out decimal ratio)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return TryParseAmount(text, out ratio);
        ratio = 0;
        if (!TryParseAmount(text[..colon].Trim(), out decimal after) || !TryParseAmount(text[(colon + 1)..].Trim(), out decimal before))
            return false;
        ratio = after / before;
        return true;
    }
}
