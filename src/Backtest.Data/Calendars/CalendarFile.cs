using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Data.Calendars;

/// <summary>
/// A calendar as a JSON file: its name, the zone of its clock, the years it is valid for, the hours of its weekdays, and exceptional dates. A
/// catalog stores a source's own calendars in the same format.
/// </summary>
internal static class CalendarFile
{
    private const string Name = "name";
    private const string Zone = "timeZone";
    private const string First = "from";
    private const string Last = "to";
    private const string Usual = "hours";
    private const string Longer = "extended";
    private const string ClosedDates = "closed";
    private const string Openings = "opens";
    private const string Closings = "closes";
    private const string Others = "special";
    private const string Origin = "source";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] Keys = [Name, Zone, First, Last, Origin, Usual, Longer, ClosedDates, Openings, Closings, Others];
    private static readonly string[] Weekdays = [.. Enum.GetNames<DayOfWeek>().Select(day => day.ToLowerInvariant())];

    /// <summary>Reads a calendar.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not a calendar; the message says what is wrong.</exception>
    public static CalendarTable Read(string json)
    {
        try
        {
            JsonObject file = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            }) as JsonObject ?? throw new FormatException("it is not a JSON object");
            return Read(file);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Writes a calendar whose dates follow no rule.</summary>
    /// <exception cref="InvalidOperationException">The calendar has rules.</exception>
    public static string Write(CalendarTable table)
    {
        if (table.Rules.Count > 0 || table.LaterWeekdays.Count > 0)
            throw new InvalidOperationException($"The calendar {table.Name} has rules, which a file cannot store.");
        (DateOnly Date, DayChange Change)[] dates = [.. table.Dates.Select(date => (date.Key, date.Value)).OrderBy(date => date.Key)];
        var file = new JsonObject
        {
            [Name] = table.Name,
            [Zone] = table.TimeZone,
            [First] = Text(table.First),
            [Last] = Text(table.Last),
            [Usual] = Hours(table.Weekdays, hours => (hours.Open, hours.Close)),
            [Longer] = Hours(table.Weekdays, hours => (hours.ExtendedOpen, hours.ExtendedClose)),
            [ClosedDates] = new JsonArray(
                [.. dates.Where(date => date.Change == DayChange.Closed).Select(date => JsonValue.Create(Text(date.Date)))]),
            [Openings] = Times(dates, change => change == DayChange.Closed ? null : change.Opens),
            [Closings] = Times(dates, change => change.Closes),
            [Others] = new JsonObject(dates.Where(date => date.Change.Hours is not null).Select(date => KeyValuePair.Create(
                Text(date.Date), (JsonNode?)Text(date.Change.Hours!.Value, (date.Change.Hours.Value.Open, date.Change.Hours.Value.Close))))),
        };
        return file.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static CalendarTable Read(JsonObject file)
    {
        if (file.Select(pair => pair.Key).FirstOrDefault(key => !Keys.Contains(key, StringComparer.Ordinal)) is { } unknown)
            throw new FormatException($"'{unknown}' is not a key; expected {string.Join(", ", Keys)}");
        IReadOnlyList<TradingHours?> weekdays = ReadWeekdays(Needed(file, Usual).AsObject(), file[Longer]?.AsObject());
        var dates = new Dictionary<DateOnly, DayChange>();
        foreach (JsonNode? date in file[ClosedDates]?.AsArray() ?? [])
            dates[Date(date)] = DayChange.Closed;
        foreach ((string date, JsonNode? time) in file[Openings]?.AsObject() ?? [])
            dates[Date(date)] = new DayChange(Opens: TimeOf(time!.GetValue<string>()));
        foreach ((string date, JsonNode? time) in file[Closings]?.AsObject() ?? [])
            dates[Date(date)] = dates.GetValueOrDefault(Date(date)) with { Closes = TimeOf(time!.GetValue<string>()) };
        foreach ((string date, JsonNode? hours) in file[Others]?.AsObject() ?? [])
            dates[Date(date)] = DayChange.Is(HoursOf(hours!.GetValue<string>()));
        return new CalendarTable(
            Needed(file, Name).GetValue<string>(), Needed(file, Zone).GetValue<string>(), Date(Needed(file, First)), Date(Needed(file, Last)), weekdays,
            [], dates);
    }

    private static TradingHours?[] ReadWeekdays(JsonObject usual, JsonObject? longer)
    {
        var hours = new TradingHours?[Weekdays.Length];
        foreach ((int day, string text) in Days(usual))
            hours[day] = HoursOf(text);
        foreach ((int day, string text) in Days(longer ?? []))
        {
            TradingHours extended = HoursOf(text);
            hours[day] = hours[day] is { } regular && extended.Open <= regular.Open && extended.Close >= regular.Close
                ? regular with { ExtendedOpen = extended.Open, ExtendedClose = extended.Close }
                : throw new FormatException($"the {Longer} hours of {Weekdays[day]} do not contain its {Usual}");
        }

        return hours;
    }

    // "weekdays" stands for the days from Monday to Friday.
    private static IEnumerable<(int Day, string Hours)> Days(JsonObject hours)
    {
        foreach ((string name, JsonNode? text) in hours)
        {
            int day = Array.IndexOf(Weekdays, name);
            if (day < 0 && name != "weekdays")
                throw new FormatException($"'{name}' is not a day; expected {string.Join(", ", Weekdays)}, or weekdays");
            foreach (int each in day < 0 ? Enumerable.Range(1, 5) : [day])
                yield return (each, text!.GetValue<string>());
        }
    }

    /// <summary>Hours such as <c>09:00-15:30</c>, or <c>09:00-11:30, 12:30-15:00</c> with a break; a minus puts a time on the evening before.</summary>
    private static TradingHours HoursOf(string text)
    {
        (TimeSpan From, TimeSpan To)[] stretches = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Stretch)];
        bool isInOrder = stretches.All(stretch => stretch.From < stretch.To)
            && stretches.Zip(stretches.Skip(1)).All(pair => pair.First.To < pair.Second.From);
        if (stretches.Length > 2 || !isInOrder)
            throw new FormatException($"'{text}' are not valid hours; expected, for example, 09:00-15:30, or with a break 09:00-11:30, 12:30-15:00");
        var hours = new TradingHours(stretches[0].From, stretches[^1].To);
        return stretches.Length == 1 ? hours : hours.Pausing(stretches[0].To, stretches[1].From);
    }

    private static (TimeSpan From, TimeSpan To) Stretch(string text)
    {
        bool isOnEve = text.StartsWith('-');
        string[] times = (isOnEve ? text[1..] : text).Split('-', StringSplitOptions.TrimEntries);
        return times.Length == 2
            ? (TimeOf(times[0]) - (isOnEve ? TimeSpan.FromDays(1) : TimeSpan.Zero), TimeOf(times[1]))
            : throw new FormatException($"'{text}' is not a range of times; expected, for example, 09:00-15:30");
    }

    private static TimeSpan TimeOf(string text)
    {
        if (text is "24:00" or "24:00:00")
            return TimeSpan.FromDays(1);
        return TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time.ToTimeSpan()
            : throw new FormatException($"'{text}' is not a time of day; expected, for example, 09:30");
    }

    private static DateOnly Date(JsonNode? node) => Date(node?.GetValue<string>() ?? "");

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new FormatException($"'{text}' is not a date; expected, for example, 2024-12-25");

    private static JsonNode Needed(JsonObject file, string key) => file[key] ?? throw new FormatException($"it has no '{key}'");

    private static JsonObject Hours(IReadOnlyList<TradingHours?> weekdays, Func<TradingHours, (long From, long To)> stretch) => new(
        weekdays.Select((hours, day) => (hours, day)).Where(pair => pair.hours is not null).Select(pair => KeyValuePair.Create(
            Weekdays[pair.day], (JsonNode?)Text(pair.hours!.Value, stretch(pair.hours.Value)))));

    private static string Text(TradingHours hours, (long From, long To) stretch) => hours.HasBreak && stretch.From == hours.Open
        ? $"{Text(stretch.From)}-{Text(hours.BreakStart)}, {Text(hours.BreakEnd)}-{Text(stretch.To)}"
        : $"{Text(stretch.From)}-{Text(stretch.To)}";

    private static string Text(long ticks) => ticks switch
    {
        < 0 => $"-{Text(ticks + TimeSpan.TicksPerDay)}",
        TimeSpan.TicksPerDay => "24:00",
        _ => TimeSpan.FromTicks(ticks).ToString(ticks % TimeSpan.TicksPerMinute == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
    };

    private static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static JsonObject Times(IEnumerable<(DateOnly Date, DayChange Change)> dates, Func<DayChange, TimeSpan?> time) => new(
        dates.Where(date => time(date.Change) is not null)
            .Select(date => KeyValuePair.Create(Text(date.Date), (JsonNode?)Text(time(date.Change)!.Value.Ticks))));
}
