using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The bars of one instrument during a run, passed to the signals that wait for later bars.</summary>
internal sealed class InstrumentBars
{
    private readonly CorporateAction[] _actions;
    private readonly List<int> _days = [];
    private readonly List<(long Index, SignalPath Path)> _waiting = []; // each with the history index of its next bar
    private int _nextAction;

    /// <param name="actions">The instrument's splits and dividends, by day.</param>
    public InstrumentBars(IEnumerable<CorporateAction> actions) => _actions = [.. actions];

    /// <summary>Its trading days so far, as ascending day numbers.</summary>
    public IReadOnlyList<int> Days => _days;

    /// <summary>Makes a signal wait for the bars after the one it was given on.</summary>
    /// <param name="series">The bars of the chunk.</param>
    /// <param name="time">When the signal was given, UTC ticks.</param>
    /// <param name="path">Receives the bars after it.</param>
    public void Follow(BarSeries series, long time, SignalPath path) => _waiting.Add((series.FirstIndex + RowAt(series, time) + 1, path));

    /// <summary>The trading day of the last bar at a time.</summary>
    /// <param name="series">The bars of the chunk.</param>
    /// <param name="time">A time in the chunk, UTC ticks.</param>
    public int DayAt(BarSeries series, long time) => RowAt(series, time) is >= 0 and var row ? series.Day[row] : _days.Count > 0 ? _days[^1] : 0;

    /// <summary>Adds the bars of a chunk, once its signals are waiting.</summary>
    public void Take(BarSeries series, BarChunk chunk)
    {
        List<(int Row, CorporateAction Action)> actions = TakeActions(series);
        for (int i = 0; i < _waiting.Count; i++)
        {
            (long index, SignalPath path) = _waiting[i];
            int row = (int)Math.Max(0, index - series.FirstIndex);
            int next = actions.FindIndex(action => action.Row >= row);
            for (; row < series.Count && !path.IsComplete; row++)
            {
                for (; next >= 0 && next < actions.Count && actions[next].Row == row; next++)
                    Tell(path, actions[next].Action);
                path.Take(series.Open[row], series.High[row], series.Low[row], series.Close[row], TurnOf(chunk, series.End[row], row));
            }

            _waiting[i] = (series.FirstIndex + row, path);
        }

        _waiting.RemoveAll(waiting => waiting.Path.IsComplete);
        for (int row = 0; row < series.Count; row++)
        {
            if (_days.Count == 0 || series.Day[row] > _days[^1])
                _days.Add(series.Day[row]);
        }
    }

    /// <summary>The actions that take effect with bars of the chunk, each with the first bar on its day or later.</summary>
    private List<(int Row, CorporateAction Action)> TakeActions(BarSeries series)
    {
        var taken = new List<(int Row, CorporateAction Action)>();
        for (int row = 0; row < series.Count && _nextAction < _actions.Length; row++)
        {
            for (; _nextAction < _actions.Length && series.Day[row] >= _actions[_nextAction].Day.DayNumber; _nextAction++)
                taken.Add((row, _actions[_nextAction]));
        }

        return taken;
    }

    private static void Tell(SignalPath path, CorporateAction action)
    {
        if (action is Split split)
            path.Split((double)split.Ratio);
        else if (action is Dividend dividend)
            path.Dividend((double)dividend.Amount);
    }

    /// <summary>The row of the last bar that has ended at a time; −1 if it is before the chunk.</summary>
    private static int RowAt(BarSeries series, long time)
    {
        int row = Array.BinarySearch(series.End, 0, series.Count, time);
        return row < 0 ? ~row - 1 : row;
    }

    /// <summary>The number in the run of the turn that ends at a time; if symbols are in step, it equals the number of the row.</summary>
    private static long TurnOf(BarChunk chunk, long end, int row)
    {
        if (row < chunk.TurnCount && chunk.End(row) == end)
            return chunk.FirstTurn + row;
        (int from, int to) = (0, chunk.TurnCount);
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (chunk.End(middle) < end)
                from = middle + 1;
            else
                to = middle;
        }

        return chunk.FirstTurn + from;
    }
}
