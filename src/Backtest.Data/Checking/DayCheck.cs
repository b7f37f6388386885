using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds bars on days without trading: days closed by the exchange's calendar or, without a calendar, Sundays if there are no Fridays, which
/// happens when dates are shifted to the day before.
/// </summary>
internal sealed class DayCheck(SourceSeries series) : IBarCheck
{
    private readonly Finding _closed = new(series, "closed_day", "Check that the calendar is the symbol's, and that data.timezone is the time zone of its times.");
    private readonly Finding _shifted = new(series, "shifted_days", "Check that data.timezone is the time zone of the times.");
    private readonly bool _hasCalendar = series.Calendar.Name != "none";
    private readonly bool _isOfDays = series.Timeframe == Timeframe.Day;
    private readonly Weekdays _weekdays = new();
    private long _firstSunday;
    private int _lastClosed = -1;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            int day = bars.Day[row];
            if (_hasCalendar)
                CheckClosed(day, bars.Start[row]);
            else if (_isOfDays)
                Count(day, bars.Start[row]);
        }
    }

    public IEnumerable<DataFinding> Findings()
    {
        if (_weekdays.IsShifted && _shifted.Add(_firstSunday, _weekdays.Sundays))
            _shifted.Message = "there are bars on Sundays and none on Fridays: bars seem to be dated one day early";
        return [.. _closed.All(), .. _shifted.All()];
    }

    private void CheckClosed(int day, long start)
    {
        if (day == _lastClosed || series.Calendar.Session(day) is not null)
            return;
        _lastClosed = day;
        if (_closed.Add(start))
            _closed.Message = $"a bar of {Text.Day(day)}, on which {series.Calendar.Name} does not trade";
    }

    private void Count(int day, long start)
    {
        if (_firstSunday == 0 && DateOnly.FromDayNumber(day).DayOfWeek == DayOfWeek.Sunday)
            _firstSunday = start;
        _weekdays.Pass(day);
    }
}
