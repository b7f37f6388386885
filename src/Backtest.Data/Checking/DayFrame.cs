using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>The first and the last bar of a trading day, relative to its session.</summary>
/// <param name="Opening">The first bar's start minus the session's open, in ticks.</param>
/// <param name="Closing">The last bar's end minus the session's close, in ticks.</param>
/// <param name="Start">The first bar's start, UTC ticks.</param>
internal readonly record struct DayFrame(long Opening, long Closing, long Start)
{
    /// <summary>Follows the bars of a series from day to day.</summary>
    internal sealed class Follower(ITradingCalendar calendar)
    {
        private int _day = -1;
        private long _first;
        private long _last;

        /// <summary>Processes a bar.</summary>
        /// <param name="bars">The bars.</param>
        /// <param name="row">The bar's row.</param>
        /// <param name="frame">The frame of the previous day, if the bar begins a new one.</param>
        /// <returns>Whether the bar begins a new day.</returns>
        public bool Pass(BarSeries bars, int row, out DayFrame frame)
        {
            frame = default;
            bool isNew = bars.Day[row] != _day && Finish(out frame);
            if (bars.Day[row] != _day)
                (_day, _first) = (bars.Day[row], bars.Start[row]);
            _last = bars.End[row];
            return isNew;
        }

        /// <summary>The frame of the current day.</summary>
        /// <returns>Whether there is one.</returns>
        public bool Finish(out DayFrame frame)
        {
            frame = default;
            if (_day < 0 || calendar.Session(_day) is not { } session)
                return false;
            frame = new DayFrame(_first - session.Open, _last - session.Close, _first);
            return true;
        }
    }
}
