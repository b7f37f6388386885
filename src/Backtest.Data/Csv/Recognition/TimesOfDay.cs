namespace Backtest.Data.Csv.Recognition;

/// <summary>Recognizes times of day in a column of their own.</summary>
internal static class TimesOfDay
{
    private const int MostDigits = 6;

    /// <summary>Whether a text is a time of day: <c>09:30</c>, <c>9:30:00.000</c>, <c>93000</c>, <c>0</c>.</summary>
    public static bool AreLike(string text)
    {
        if (text.Length == 0)
            return false;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is 1 or 2
            ? text.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            : text.Length <= MostDigits && text.All(char.IsAsciiDigit);
    }
}
