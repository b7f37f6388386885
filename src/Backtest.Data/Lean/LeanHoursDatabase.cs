using System.Globalization;
using System.Text.Json;
using Backtest.Data.Calendars;

namespace Backtest.Data.Lean;

/// <summary>LEAN's database of trading hours and holidays, for one market.</summary>
internal sealed class LeanHoursDatabase
{
    private static readonly string[] Weekdays = [.. Enum.GetNames<DayOfWeek>().Select(name => name.ToLowerInvariant())];

    private readonly Dictionary<string, LeanHours> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _prefix;

    private LeanHoursDatabase(string prefix) => _prefix = prefix;

    /// <summary>Reads the entries of a market.</summary>
    /// <exception cref="InputException">The file is not such a database, or does not contain the market.</exception>
    public static LeanHoursDatabase Read(LeanChoice bars, string path, ReadOnlyMemory<byte> content)
    {
        LeanHoursDatabase database = new($"{bars.Asset}-{bars.Market}-");
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            foreach (JsonProperty entry in document.RootElement.GetProperty("entries").EnumerateObject())
            {
                if (entry.Name.StartsWith(database._prefix, StringComparison.OrdinalIgnoreCase))
                    database._entries[entry.Name] = ReadEntry(entry);
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or OverflowException or InvalidOperationException)
        {
            throw Wrong(path, $"the file is not a database of trading hours: {exception.Message}", "Download it again from LEAN's repository.");
        }

        return database._entries.ContainsKey(database.Any)
            ? database
            : throw Wrong(path, $"there are no trading hours '{database.Any}'", "Check data.market, or add the hours to the file.");
    }

    /// <summary>The hours of a symbol.</summary>
    public LeanHours Find(string symbol) => _entries.TryGetValue(_prefix + symbol, out LeanHours? own) ? own : _entries[Any];

    private string Any => $"{_prefix}[*]";

    private static LeanHours ReadEntry(JsonProperty entry)
    {
        JsonElement hours = entry.Value;
        LeanSegment[][] weekdays = [.. Weekdays.Select(name => Segments(hours.GetProperty(name)))];
        Dictionary<DateOnly, DayChange> dates = [];
        foreach ((DateOnly date, TimeSpan time) in Times(hours, "earlyCloses"))
            dates[date] = new DayChange(Closes: time);
        foreach ((DateOnly date, TimeSpan time) in Times(hours, "lateOpens"))
            dates[date] = dates.GetValueOrDefault(date) with { Opens = time };
        foreach (JsonElement date in hours.GetProperty("holidays").EnumerateArray())
            dates[Date(date.GetString()!)] = DayChange.Closed;
        CalendarTable table = new(
            entry.Name, hours.GetProperty("exchangeTimeZone").GetString()!, DateOnly.MinValue, DateOnly.MaxValue, LeanSegment.ToTradingDays(weekdays),
            [], dates);
        return new LeanHours(table, hours.GetProperty("dataTimeZone").GetString()!);
    }

    private static LeanSegment[] Segments(JsonElement day) =>
    [
        .. day.EnumerateArray().Select(segment => new LeanSegment(
            Time(segment.GetProperty("start")), Time(segment.GetProperty("end")), segment.GetProperty("state").GetString() == "market")),
    ];

    private static IEnumerable<(DateOnly Date, TimeSpan Time)> Times(JsonElement hours, string name) =>
        hours.TryGetProperty(name, out JsonElement times)
            ? times.EnumerateObject().Select(time => (Date(time.Name), Time(time.Value)))
            : [];

    private static TimeSpan Time(JsonElement time) => TimeSpan.Parse(time.GetString()!, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture);

    private static InputException Wrong(string path, string message, string fix) =>
        new(new InputError("bad_market_hours", message) { Position = new SourcePosition(path), Fix = fix });
}
