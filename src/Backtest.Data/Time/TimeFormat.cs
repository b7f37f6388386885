using System.Globalization;

namespace Backtest.Data.Time;

/// <summary>A format of times that a run file names, in the letters of .NET's custom formats.</summary>
internal sealed class TimeFormat
{
    private const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly string _format;
    private readonly bool _hasZone;

    private TimeFormat(string format)
    {
        _format = format;
        _hasZone = format.AsSpan().ContainsAny('z', 'K');
    }

    /// <summary>The format the options name; <see langword="null"/>: they name none.</summary>
    /// <exception cref="InputException">It is no format, or does not say year, month and day.</exception>
    public static TimeFormat? Find(BarSourceOptions.Csv options)
    {
        if (options.DateFormat is not { } text)
            return null;
        var format = new TimeFormat(text);
        var probe = new DateTime(2001, 11, 23, 0, 0, 0, DateTimeKind.Utc);
        return IsFormat(text) && format.TryParse(probe.ToString(text, CultureInfo.InvariantCulture), out long ticks, out _) && ticks == probe.Ticks
            ? format
            : throw new InputException(new InputError("bad_date_format", $"'{text}' is no format of dates with year, month and day.")
            {
                Key = $"{options.Key}.date_format",
                Position = options.Position,
                Fix = "Write it in the letters yyyy, MM, dd, HH, mm, ss, for instance date_format: dd/MM/yyyy HH:mm.",
            });
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The time.</param>
    /// <param name="ticks">Ticks of the time as written, or in UTC.</param>
    /// <param name="isUtc">Whether the text itself says which instant it is.</param>
    public bool TryParse(ReadOnlySpan<char> text, out long ticks, out bool isUtc)
    {
        bool isTime = DateTime.TryParseExact(text, _format, CultureInfo.InvariantCulture, Styles, out DateTime time);
        ticks = time.Ticks;
        isUtc = _hasZone;
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
