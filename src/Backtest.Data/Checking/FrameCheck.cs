using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds intraday bars that are off their sessions: all of them by one bar, as when bars stamped at their ends are read as stamped at their starts,
/// or some days by an hour at both ends, as when clocks changed but the data's did not.
/// </summary>
internal sealed class FrameCheck(SourceSeries series) : IBarCheck
{
    private readonly Finding _stamp = new(series, "end_stamped", "Set data.stamp: end. If files differ, use a separate source for each kind.");
    private readonly Finding _clock = new(series, "clock_shift", "Check that data.timezone is the time zone of the times.");
    private readonly DayFrame.Follower _days = new(series.Calendar);

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            if (_days.Pass(bars, row, out DayFrame frame))
                Check(frame);
        }
    }

    public IEnumerable<DataFinding> Findings()
    {
        if (_days.Finish(out DayFrame last))
            Check(last);
        return [.. _stamp.All(), .. _clock.All()];
    }

    private void Check(DayFrame frame)
    {
        if (frame.Opening != frame.Closing)
            return;
        bool isOneBarLate = frame.Opening == series.Timeframe.Ticks;
        if (isOneBarLate && _stamp.Add(frame.Start))
            _stamp.Message = "the day's bars begin and end one bar after the session: their times seem to be bar ends";
        if (!isOneBarLate && Math.Abs(frame.Opening) == TimeSpan.TicksPerHour && _clock.Add(frame.Start))
            _clock.Message =
                $"the day's bars begin and end an hour {(frame.Opening < 0 ? "before" : "after")} its session, as if the clocks had not changed";
    }
}
