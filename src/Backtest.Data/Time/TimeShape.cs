using System.Text.RegularExpressions;

namespace Backtest.Data.Time;

/// <summary>Derives formats from a time that is in no style <see cref="TimeText"/> knows, by its form.</summary>
internal static partial class TimeShape
{
    private const int LongestFraction = 7;

    /// <summary>The formats a time may be written in: two if either the day or the month may come first, none if it is not a time.</summary>
    public static IReadOnlyList<string> Formats(string text)
    {
        Match match = Shape().Match(text);
        if (!match.Success)
            return [];
        string? rest = TimeOfDay(match) is { } time && Zone(match.Groups["zone"].Value) is { } zone ? time + zone : null;
        if (rest is null)
            return [];
        string weekday = match.Groups["weekday"].Value;
        string before = weekday.Length == 0 ? "" : Letters('d', weekday.TrimEnd(' ', ',').Length == 3 ? 3 : 4) + weekday[weekday.TrimEnd(' ', ',').Length..];
        return [.. Dates(match).Select(date => before + date + rest)];
    }

    private static IEnumerable<string> Dates(Match match)
    {
        string between = match.Groups["between"].Value;
        if (Length(match, "year") is > 0 and var first)
            return [$"{Letters('y', first)}{between}{Letters('M', Length(match, "second"))}{between}{Letters('d', Length(match, "third"))}"];
        string year = Letters('y', Length(match, "last"));
        if (match.Groups["name"] is { Success: true } name)
        {
            string month = Letters('M', name.Length == 3 ? 3 : 4);
            string day = Letters('d', Length(match, "day"));
            return match.Groups["comma"] is { Success: true } comma
                ? [$"{month}{between}{day}{comma.Value}{year}"]
                : [$"{day}{between}{month}{between}{year}"];
        }

        int one = Length(match, "one");
        int two = Length(match, "two");
        return
        [
            $"{Letters('d', one)}{between}{Letters('M', two)}{between}{year}",
            $"{Letters('M', one)}{between}{Letters('d', two)}{between}{year}",
        ];
    }

    private static string? TimeOfDay(Match match)
    {
        if (!match.Groups["hour"].Success)
            return "";
        bool isHalfDay = match.Groups["half"].Success;
        string time = match.Groups["gap"].Value.Replace("T", "'T'", StringComparison.Ordinal)
            + Letters(isHalfDay ? 'h' : 'H', Length(match, "hour"));
        if (match.Groups["minute"].Success)
            time += ":mm";
        if (match.Groups["seconds"].Success)
            time += ":ss";
        int fraction = Length(match, "fraction");
        if (fraction > LongestFraction)
            return null;
        if (fraction > 0)
            time += "." + Letters('f', fraction);
        return isHalfDay ? time + match.Groups["before"].Value + "tt" : time;
    }

    private static string? Zone(string zone) => zone.Trim() switch
    {
        "" => "",
        "Z" or "UTC" or "GMT" => zone.Replace(zone.Trim(), $"'{zone.Trim()}'", StringComparison.Ordinal),
        var offset when offset.StartsWith("GMT", StringComparison.Ordinal) || offset.StartsWith("UTC", StringComparison.Ordinal) =>
            $"{zone[..zone.IndexOf(offset[0], StringComparison.Ordinal)]}'{offset[..3]}'zzz",
        var offset => $"{zone[..zone.IndexOf(offset[0], StringComparison.Ordinal)]}zzz",
    };

    private static int Length(Match match, string group) => match.Groups[group].Length;

    private static string Letters(char letter, int count) => new(letter, count);

    [GeneratedRegex(
        """
        ^(?<weekday>[A-Za-z]{3,9},?\ +(?=[A-Za-z0-9]))?
        (?:(?<year>\d{4})(?<between>[-/. ])(?<second>\d{1,2})\k<between>(?<third>\d{1,2})
        |(?<one>\d{1,2})(?<between>[-/. ])(?<two>\d{1,2})\k<between>(?<last>\d{4}|\d{2})
        |(?<day>\d{1,2})(?<between>[-/. ]?)(?<name>[A-Za-z]{3,9})\k<between>(?<last>\d{4}|\d{2})
        |(?<name>[A-Za-z]{3,9})(?<between>[-/. ])(?<day>\d{1,2})(?<comma>,?[-/. ])(?<last>\d{4}))
        (?:(?<gap>[\ T]+|,\ )(?<hour>\d{1,2})
          (?::(?<minute>\d{2})(?::(?<seconds>\d{2})(?:[.](?<fraction>\d+))?)?)?
          (?:(?<before>[-\ ]?)(?<half>[AaPp][Mm]))?
          (?<zone>\ ?(?:Z|(?:GMT|UTC)?(?:[-+]\d{2}:?\d{2})?))?
        )?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
