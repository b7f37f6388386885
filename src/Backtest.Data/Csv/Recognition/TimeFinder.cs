using Backtest.Data.Time;

namespace Backtest.Data.Csv.Recognition;

/// <summary>Finds how a file writes times: in a style of <see cref="TimeText"/>, or in a format that fits the rows at its start.</summary>
internal sealed class TimeFinder(TimeFormat? named, bool? isMonthFirst, CsvColumns columns, IReadOnlyList<StartRow> rows, IReadOnlyList<string> headers)
{
    private const int MostShapes = 4;

    /// <summary>The formats that each read all rows, one of which must be named; empty if it is clear how times are written.</summary>
    public IReadOnlyList<string> Ambiguous { get; private set; } = [];

    /// <summary>Finds how times are written.</summary>
    /// <returns>How to read times, or <see langword="null"/> if no row has a time that could be read, or if the format must be named.</returns>
    public TimeReading? Find()
    {
        int digits = columns.TimeOfDay >= 0 ? DigitsOfDay() : 0;
        string[] texts = [.. rows.Select(row => Text(row, digits)).Where(text => text.Length > 0)];
        var zones = new ZoneNames();
        bool hasZones = named is null && zones.AreBehind(texts);
        if (hasZones)
            texts = [.. texts.Select(text => text[..text.LastIndexOf(' ')].TrimEnd())];
        TimeReading? reading = named is not null ? new TimeReading(Style: null, named) : FindStyle(texts) ?? FindFormat(texts);
        return reading is null ? null : reading with { DigitsOfDay = digits, IsUtc = IsUtc(headers[columns.Time]), Zones = hasZones ? zones : null };
    }

    /// <summary>The time of a row, date and time of day together.</summary>
    public string Text(StartRow row, int digits) => columns.TimeOfDay < 0
        ? row[columns.Time]
        : $"{row[columns.Time]} {row[columns.TimeOfDay].PadLeft(digits, '0')}";

    /// <summary>A row that a named format does not read, and a format that reads more, or <see langword="null"/> if the named one fits.</summary>
    public (StartRow Row, string? Better)? FindMisfit(TimeReading reading)
    {
        StartRow[] unread = [.. rows.Where(row => row[columns.Time].Length > 0 && !reading.TryRead(Text(row, reading.DigitsOfDay), out _))];
        if (named is null || unread.Length <= 1 || unread.Length * 10 < rows.Count)
            return null;
        string[] texts = [.. rows.Select(row => Text(row, reading.DigitsOfDay))];
        string? better = TimeShape.Formats(Shortest(texts)).FirstOrDefault(format => texts.All(text => new TimeFormat(format).TryParse(text, out _)));
        return (unread[0], better);
    }

    private static TimeReading? FindStyle(string[] texts)
    {
        TimeStyle?[] styles = [.. texts.Select(text => TimeText.Recognize(text) is { } style && TimeText.TryRead(style, text, out _) ? style : (TimeStyle?)null)];
        IGrouping<TimeStyle?, TimeStyle?>? usual = styles.Where(style => style is not null).GroupBy(style => style).MaxBy(group => group.Count());
        return usual is not null && 2 * usual.Count() >= texts.Length ? new TimeReading(usual.Key, Format: null) : null;
    }

    private TimeReading? FindFormat(string[] texts)
    {
        // Rows may leave out zeros, so the shortest time shows the smallest number of digits.
        string[] formats = [.. texts.OrderBy(text => text.Length).DistinctBy(text => text.Length).Take(MostShapes).SelectMany(TimeShape.Formats).Distinct()];
        (string Format, TimeFormat Reader, int Read)[] scores = [.. formats.Select(format =>
        {
            var reader = new TimeFormat(format);
            return (format, reader, texts.Count(text => reader.TryParse(text, out _)));
        })];
        if (scores.Length == 0)
            return null;
        int most = scores.Max(score => score.Read);
        if (2 * most < texts.Length || most == 0)
            return null;
        (string Format, TimeFormat Reader, int Read)[] best = [.. scores.Where(score => score.Read == most)];
        if (best.Length > 1)
            best = Different(best, texts);
        if (best.Length > 1)
            best = InOrder(best, texts);
        if (best.Length > 1 && isMonthFirst is { } monthFirst)
            best = [best.MinBy(score => score.Format.StartsWith('M') == monthFirst ? 0 : 1)];
        if (best.Length == 1)
            return new TimeReading(Style: null, best[0].Reader);
        Ambiguous = [.. best.Select(score => score.Format)];
        return null;
    }

    /// <summary>One of each group of formats that read all times alike.</summary>
    private static (string Format, TimeFormat Reader, int Read)[] Different((string Format, TimeFormat Reader, int Read)[] formats, string[] texts) =>
        [.. formats.DistinctBy(score => string.Join(' ', texts.Select(text => score.Reader.TryParse(text, out WrittenTime time) ? time.Clock : 0)))];

    /// <summary>The formats in which times go in one direction; all of them if none does.</summary>
    private static (string Format, TimeFormat Reader, int Read)[] InOrder((string Format, TimeFormat Reader, int Read)[] formats, string[] texts)
    {
        (string Format, TimeFormat Reader, int Read)[] ordered = [.. formats.Where(score =>
        {
            long[] clocks = [.. texts.Select(text => score.Reader.TryParse(text, out WrittenTime time) ? time.Clock : 0).Where(clock => clock > 0)];
            int signs = clocks.Zip(clocks.Skip(1), (one, next) => Math.Sign(next - one)).Where(sign => sign != 0).Distinct().Count();
            return signs == 1;
        })];
        return ordered.Length == 0 ? formats : ordered;
    }

    private static string Shortest(string[] texts) => texts.Where(text => text.Length > 0).MinBy(text => text.Length) ?? "";

    private static bool IsUtc(string header) => ColumnNames.Normalize(header) is "gmt time" or "utc time" or "time utc" or "utc" or "time (utc)" or "datetime (utc)";

    private int DigitsOfDay()
    {
        string[] times = [.. rows.Select(row => row[columns.TimeOfDay]).Where(text => text.Length > 0)];
        if (times.Length == 0 || !Array.TrueForAll(times, text => text.All(char.IsAsciiDigit)))
            return 0;
        int longest = times.Max(text => text.Length);
        return longest is 3 or 4 ? 4 : 6;
    }
}
