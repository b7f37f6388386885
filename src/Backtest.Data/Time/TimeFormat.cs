using System.Globalization;

namespace Backtest.Data.Time;

/// <summary>A format of times that a run file names, in the letters of .NET's custom formats.</summary>
internal sealed class TimeFormat
{
    private const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal;

    private static readonly string[] Utc = ["'Z'", "'UTC'", "'GMT'"];

    private readonly string _format;
    private readonly bool _hasZone;

    /// <summary>Creates a format in the letters of .NET's custom formats; a zone in quotes (<c>'UTC'</c>) means that times are in UTC.</summary>
    public TimeFormat(string format)
    {
        _format = format;
        _hasZone = format.AsSpan().ContainsAny('z', 'K') || Array.Exists(Utc, zone => format.Contains(zone, StringComparison.Ordinal));
    }

    /// <summary>The format the options name, or <see langword="null"/> if they name none.</summary>
    /// <exception cref="InputException">The text is not a format, or lacks year, month or day.</exception>
    public static TimeFormat? Find(BarSourceOptions.Csv options)
    {
        if (options.DateFormat is not { } text)
            return null;
        var format = new TimeFormat(text);
        var probe = new DateTime(2001, 11, 23, 0, 0, 0, DateTimeKind.Utc);
        return IsFormat(text) && format.TryParse(probe.ToString(text, CultureInfo.InvariantCulture), out WrittenTime time) && time.Clock == probe.Ticks
            ? format
            : throw new InputException(new InputError("bad_date_format", $"'{text}' is not a date format with year, month and day.")
            {
                Key = $"{options.Key}.date_format",
                Position = options.Position,
                Fix = "Write it with the letters yyyy, MM, dd, HH, mm and ss, for example, date_format: dd/MM/yyyy HH:mm.",
            });
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The time.</param>
    /// <param name="time">The time as written.</param>
    public bool TryParse(ReadOnlySpan<char> text, out WrittenTime time)
    {
        bool isTime = DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, Styles, out DateTimeOffset found);
        time = new WrittenTime(found.DateTime.Ticks, found.Offset.Ticks, _hasZone);
        return isTime;
    }

    /// <inheritdoc/>
    public override string ToString() => _format;

    private static bool IsFormat(string text)
    {
        try
        {
            return text.Length > 1 && DateTime.UnixEpoch.ToString(text, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
