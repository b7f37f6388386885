namespace Backtest.Results;

/// <summary>All drawdowns of a curve, from its initial capital on, including one that is open on the last day.</summary>
internal sealed class DrawdownHistory
{
    private const int Kept = 5;
    private const double SurelyBelow = 1 - 1e-12;

    private readonly List<Drawdown> _deepest = [];
    private double _squares;
    private double _depths;
    private long _days;
    private int _count;

    /// <summary>The deepest drawdowns, deepest first; at most five.</summary>
    public IReadOnlyList<Drawdown> Deepest => _deepest;

    /// <summary>The deepest fall of equity from its peak, as a fraction of that peak; above 1 if money was owed.</summary>
    public double DeepestFall { get; private set; }

    /// <summary>The longest time from a peak to its recovery, or to the last day, in calendar days.</summary>
    public int LongestDays { get; private set; }

    /// <summary>The highest equity, or the initial capital.</summary>
    public double Peak { get; private set; }

    /// <summary>The longest drawdown, in points below the peak.</summary>
    public int LongestBars { get; private set; }

    /// <summary>The mean depth, as a fraction of the peak; 0 if there are none.</summary>
    public double MeanDepth => _count > 0 ? _depths / _count : 0;

    /// <summary>The mean number of calendar days from the peak to its recovery, or to the last day, rounded up; 0 if there are none.</summary>
    public int MeanDays => _count > 0 ? (int)((_days + _count - 1) / _count) : 0;

    /// <summary>The sum of squares of each day's fall from the peak, as a fraction.</summary>
    public double Squares => _squares;

    public static DrawdownHistory Of(EquityCurve curve)
    {
        var history = new DrawdownHistory();
        history.Read(curve.Points, (double)curve.InitialCapital, curve.StartDay);
        return history;
    }

    private void Read(ReadOnlySpan<DailyEquity> points, double peak, DateOnly peakDay)
    {
        int bars = 0;
        double depth = 0;
        double deepest = 0;
        double squares = 0;
        DateOnly valley = peakDay;
        foreach (ref readonly DailyEquity point in points)
        {
            if (point.Equity >= peak)
            {
                if (bars > 0)
                    End(new Drawdown(peakDay, valley, point.Day, depth), point.Day, bars);
                (peak, peakDay, bars, depth) = (point.Equity, point.Day, 0, 0);
                continue;
            }

            bars++;
            double fall = 1 - (Math.Max(0, point.Equity) / peak);
            squares += fall * fall;
            if (fall > depth)
                (depth, valley) = (fall, point.Day);
            // Most falls are clearly shallower than the deepest, which a product shows without a division.
            if (peak - point.Equity >= deepest * peak * SurelyBelow)
                deepest = Math.Max(deepest, (peak - point.Equity) / peak);
        }

        if (bars > 0)
            End(new Drawdown(peakDay, valley, Recovery: null, depth), points[^1].Day, bars);
        (Peak, DeepestFall, _squares) = (peak, deepest, squares);
    }

    private void End(Drawdown drawdown, DateOnly lastDay, int bars)
    {
        _count++;
        _depths += drawdown.Depth;
        int days = lastDay.DayNumber - drawdown.Peak.DayNumber;
        _days += days;
        LongestDays = Math.Max(LongestDays, days);
        LongestBars = Math.Max(LongestBars, bars);
        int place = _deepest.Count;
        while (place > 0 && _deepest[place - 1].Depth < drawdown.Depth)
            place--;
        if (place >= Kept)
            return;
        _deepest.Insert(place, drawdown);
        if (_deepest.Count > Kept)
            _deepest.RemoveAt(Kept);
    }
}
