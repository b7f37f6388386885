using Backtest.Data.Calendars;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads the times of one file's bars.</summary>
/// <param name="options">The options of the run file.</param>
/// <param name="zone">The zone of the data's days, and of times without a zone.</param>
/// <param name="reading">How the file writes times, or <see langword="null"/> if no time at its start could be read.</param>
internal sealed class BarTimes(BarSourceOptions.Csv options, DataZone zone, TimeReading? reading)
{
    private readonly bool _isOfDays = options.Timeframe?.Unit is not ('s' or 'm' or 'h');

    /// <summary>The number of digits of times of day in a column of their own; 0 if they are not written as numbers.</summary>
    public int DigitsOfDay => reading?.DigitsOfDay ?? 0;

    /// <summary>Reads a bar's time.</summary>
    /// <param name="text">The time.</param>
    /// <param name="placement">Determines the bar's times from its stamp.</param>
    /// <param name="time">The bar's times.</param>
    public RowProblem? Read(ReadOnlySpan<char> text, IBarPlacement placement, out BarTime time)
    {
        time = default;
        if (reading is null || !reading.TryRead(text, out WrittenTime written))
            return Unreadable(text);

        // A daily bar stamped at midnight belongs to the date written, whatever the zone of the midnight.
        if (written.HasOffset && !(_isOfDays && written.IsMidnight))
        {
            time = placement.Place(written.Utc, zone.ToLocal(written.Utc));
            return null;
        }

        if (!zone.TryToUtc(written.Clock, out long utc, out long repeat) && !_isOfDays)
            return Skipped(text);
        time = placement.Place(utc, written.Clock) with { Repeat = _isOfDays ? 0 : repeat };
        return null;
    }

    private RowProblem Unreadable(ReadOnlySpan<char> text)
    {
        string clipped = RowText.Clip(text);
        string found = text.IsEmpty ? "the time is empty" : $"'{clipped}' is not a time";
        if (options.DateFormat is { } format)
            return new RowProblem("bad_time", text.IsEmpty ? found : $"'{clipped}' is not a time in the format {format}", "data.date_format sets the format of all times");
        return reading is not null && (TimeText.Recognize(text) is not null || TimeShape.Formats(text.ToString()).Count > 0)
            ? new RowProblem(
                "mixed_times",
                $"time '{clipped}' is not in the format of those above ({reading})",
                "all times in a file need the same format, which data.date_format sets")
            : new RowProblem("bad_time", found, $"a time is {TimeText.Expected}");
    }

    private RowProblem Skipped(ReadOnlySpan<char> text) => new(
        "skipped_time",
        $"time '{text}' does not exist in {options.TimeZone}: clocks were set forward past it",
        "data.timezone must be the time zone of the file's times, perhaps UTC");
}
