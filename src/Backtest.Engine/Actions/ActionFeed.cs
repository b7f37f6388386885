using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Emits the splits and dividends of one portfolio's instruments before the first bar on or after their ex-date, before anything fills.
/// </summary>
[Reads<TurnClock>]
[Reads<Market>(ReadTime.Before)]
[Reads<RegimeFeed>(ReadTime.Before)]
public sealed class ActionFeed
{
    private const int NoDay = int.MaxValue;

    private readonly ActionSchedule _schedule;
    private readonly Market _market;
    private readonly int[] _next;
    private readonly int[] _nextDay;

    internal ActionFeed(ActionSchedule schedule, Market market)
    {
        _schedule = schedule;
        _market = market;
        _next = new int[schedule.Instruments];
        _nextDay = new int[schedule.Instruments];
        for (int i = 0; i < _nextDay.Length; i++)
            _nextDay[i] = DayOf(i);
    }

    /// <summary>Emits the actions that take effect with the bars of the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn, IActionEvents actions)
    {
        if (_schedule.IsEmpty)
            return;
        foreach (TurnBar bar in turn.Bars)
        {
            BarSeries series = turn.Series(bar.Series);
            while (series.Day[bar.Row] >= _nextDay[bar.Series])
            {
                Emit(series, bar.Row, actions);
                _next[bar.Series]++;
                _nextDay[bar.Series] = DayOf(bar.Series);
            }
        }
    }

    /// <summary>The first row of an instrument with which an action takes effect; the end of the rows if there is none.</summary>
    internal int Next(BarSeries series, int from, int to)
    {
        int day = _nextDay[series.Index];
        if (day == NoDay)
            return to;
        while (from < to && series.Day[from] < day)
            from++;
        return from;
    }

    private void Emit(BarSeries series, int row, IActionEvents actions)
    {
        Instrument instrument = series.Instrument;
        var time = new DateTime(series.Start[row], DateTimeKind.Utc);
        double close = _market.Close(instrument.Index);
        decimal last = double.IsNaN(close) ? 0 : (decimal)close;
        switch (_schedule.Of(instrument.Index)[_next[instrument.Index]])
        {
            case Split split:
                actions.Emit(new SplitEvent(time, series.FirstIndex + row, instrument, split.Ratio, last / split.Ratio));
                break;
            case Dividend dividend:
                actions.Emit(new DividendEvent(time, instrument, dividend.Amount));
                break;
        }
    }

    private int DayOf(int instrument) => _next[instrument] < _schedule.Of(instrument).Length
        ? _schedule.Of(instrument)[_next[instrument]].Day.DayNumber
        : NoDay;
}
