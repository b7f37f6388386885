using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace Backtest.Configuration.Keys;

/// <summary>The kinds of plain values run files hold.</summary>
internal static class Kinds
{
    private const string DateFormat = "yyyy-MM-dd";

    // Longer bars would end beyond the years dates have.
    private const int LongestCount = 100_000;

    /// <summary>Any text except an empty one.</summary>
    public static ValueKind<string> Text { get; } = new TextKind<string>(
        "text", "text", text => (text.Trim().Length > 0, text), text => text, pattern: null);

    /// <summary>Any text, including an empty one.</summary>
    public static ValueKind<string> AnyText { get; } = new TextKind<string>("text", "text", text => (true, text), text => text, pattern: null);

    /// <summary>One character.</summary>
    public static ValueKind<char> Letter { get; } = new TextKind<char>(
        "one character", "\"#\"", text => (text.Length == 1, text.Length == 1 ? text[0] : default), letter => letter.ToString(), "^.$");

    /// <summary>A name that can be part of a file's name and of a path in <c>--set</c>.</summary>
    public static ValueKind<string> Name { get; } = new TextKind<string>(
        "letters, digits, '-' and '_'",
        "name: mean-reversion",
        text => (text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'), text),
        text => text,
        "^[A-Za-z0-9_-]+$");

    /// <summary>A day.</summary>
    public static ValueKind<DateOnly> Date { get; } = new TextKind<DateOnly>(
        "a date, year first",
        "2000-01-31",
        text => (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date), date),
        date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

    /// <summary>The length of a bar.</summary>
    public static ValueKind<Timeframe> Timeframe { get; } = new TextKind<Timeframe>(
        "a count with its unit: s, m, h, d, w, mo or q",
        "1d or 15m",
        text => (Backtest.Timeframe.TryParse(text, out Timeframe timeframe) && timeframe.Count <= LongestCount, timeframe),
        timeframe => timeframe.ToString(),
        "^[1-9][0-9]*([smhdwq]|mo)$")
    {
        Meant = TimeframeWords.Meant,
    };

    /// <summary>A time zone.</summary>
    public static ValueKind<string> TimeZone { get; } = new TextKind<string>(
        "the IANA id of a time zone",
        "America/New_York, or UTC",
        text => (DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null, text),
        text => text,
        pattern: null);

    /// <summary>True or false.</summary>
    public static ValueKind<bool> Boolean { get; } = new BooleanKind();

    /// <summary>A decimal number.</summary>
    public static ValueKind<decimal> Decimal(Bounds bounds) => new NumberKind<decimal>(
        "number", bounds, (value, range) => value.ToDecimal(range.Min, range.Max, range.IsMinExcluded), ParameterJson.Write);

    /// <summary>A number.</summary>
    public static ValueKind<double> Number(Bounds bounds) => new NumberKind<double>(
        "number", bounds, (value, range) => value.ToDouble(range.Min, range.Max, range.IsMinExcluded), number => JsonValue.Create(number));

    /// <summary>A whole number.</summary>
    public static ValueKind<int> Integer(Bounds bounds) => new NumberKind<int>(
        "integer", bounds, (value, range) => value.ToInt32(range.Min, range.Max, range.IsMinExcluded), number => JsonValue.Create(number));

    /// <summary>The seed of random numbers.</summary>
    public static ValueKind<ulong> Seed { get; } = new NumberKind<ulong>(
        "integer", Bounds.NotNegative, (value, range) => (ulong)value.ToInt64(range.Min), number => JsonValue.Create(number));

    /// <summary>A list of texts.</summary>
    public static ValueKind<IReadOnlyList<string>> Texts { get; } = new ListKind<string>(Text);

    /// <summary>A value that may be left out.</summary>
    public static ValueKind<T?> Maybe<T>(ValueKind<T> kind)
        where T : struct => new NullableKind<T>(kind);
}
