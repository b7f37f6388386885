using System.Globalization;
using System.Text.RegularExpressions;

namespace Backtest.Configuration.Keys;

/// <summary>Names of timeframes in other programs.</summary>
internal static partial class TimeframeWords
{
    /// <summary>The timeframe that is meant: <c>1d</c> for <c>daily</c>, <c>5m</c> for <c>5min</c> or <c>M5</c>; null if unknown.</summary>
    public static string? Meant(string text)
    {
        Match match = Form().Match(text.Trim());
        if (!match.Success)
            return null;
        string digits = match.Groups["before"].Value + match.Groups["after"].Value;
        if (!int.TryParse(digits.Length == 0 ? "1" : digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0)
            return null;
        string unit = match.Groups["unit"].Value;
        // Where brokers write it, 1M is a month and M1 a minute.
        if (unit == "M" && match.Groups["before"].Length > 0)
            return $"{count}mo";
        return unit.ToLowerInvariant() switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => $"{count}s",
            "mn" or "mo" or "mon" or "month" or "months" or "monthly" => $"{count}mo",
            "m" or "t" or "min" or "mins" or "minute" or "minutes" => $"{count}m",
            "h" or "hr" or "hour" or "hours" or "hourly" => $"{count}h",
            "d" or "day" or "days" or "daily" or "eod" => $"{count}d",
            "w" or "wk" or "week" or "weeks" or "weekly" => $"{count}w",
            "q" or "quarter" or "quarters" or "quarterly" => $"{count}q",
            _ => null,
        };
    }

    [GeneratedRegex("^(?<before>[0-9]{0,6})[ _-]?(?<unit>[A-Za-z]+)(?<after>[0-9]{0,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
