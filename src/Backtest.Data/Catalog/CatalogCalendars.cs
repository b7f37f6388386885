using System.Security.Cryptography;
using System.Text;
using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Time;

namespace Backtest.Data.Catalog;

/// <summary>The calendars of a catalog's series. A source's own calendars are files in the catalog, named after their content.</summary>
/// <param name="options">The catalog that is read.</param>
/// <param name="root">Its folder.</param>
internal sealed class CatalogCalendars(BarSourceOptions.Catalog options, string root)
{
    private const int NameLength = 16;

    private readonly Dictionary<(string Calendar, string TimeZone, string? File), TradingCalendars> _known = [];

    /// <summary>Whether a calendar can be stored.</summary>
    public static bool CanKeep(CalendarTable table) => table.Rules.Count == 0 && table.LaterWeekdays.Count == 0;

    /// <summary>Stores a calendar.</summary>
    /// <param name="root">The catalog's folder.</param>
    /// <param name="staging">The folder it is written to before it is moved into place.</param>
    /// <param name="table">The calendar.</param>
    /// <returns>The name of its file.</returns>
    public static string Write(string root, string staging, CalendarTable table)
    {
        byte[] content = Encoding.UTF8.GetBytes(CalendarFile.Write(table));
        string name = $"{Convert.ToHexStringLower(SHA256.HashData(content))[..NameLength]}.json";
        string place = Path.Combine(Directory.CreateDirectory(Path.Combine(root, CatalogLayout.CalendarFolder)).FullName, name);
        if (!File.Exists(place))
        {
            string written = Path.Combine(Directory.CreateDirectory(staging).FullName, name);
            File.WriteAllBytes(written, content);
            File.Move(written, place, overwrite: true);
        }

        return name;
    }

    /// <summary>The calendars to read a series by: its own, unless the run gives its symbol another.</summary>
    /// <exception cref="InputException">The calendar is unknown, or its file is missing or damaged.</exception>
    public TradingCalendars Of(CatalogSeries series)
    {
        (string, string, string?) key = (series.Calendar, series.TimeZone, series.CalendarFile);
        if (!_known.TryGetValue(key, out TradingCalendars? calendars))
            _known[key] = calendars = Open(series);
        return calendars;
    }

    private TradingCalendars Open(CatalogSeries series)
    {
        DataZone zone = DataZone.Find(options, series.TimeZone);
        if (series.CalendarFile is { } file)
        {
            ITradingCalendar own = Read(Path.Combine(root, CatalogLayout.CalendarFolder, file));
            return new TradingCalendars(options, calendar: null, zone, _ => own);
        }

        return TradingCalendars.Names.Contains(series.Calendar)
            ? new TradingCalendars(options, series.Calendar, zone)
            : throw new InputException(options.Error(
                "unknown_calendar",
                "path",
                $"'{series.Calendar}', the calendar of {series.Symbol} in the catalog, is not known here.",
                "Import the bars again with a calendar that this version has."));
    }

    private static ExchangeCalendar Read(string path)
    {
        try
        {
            return new ExchangeCalendar(CalendarFile.Read(SmallFile.ReadText(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw CatalogErrors.Damaged(path, $"the calendar cannot be read: {exception.Message}", "Import the series that use it again.");
        }
    }
}
