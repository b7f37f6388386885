using System.Buffers;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Accumulates the figures of one portfolio, or of the total, chunk by chunk.</summary>
internal sealed class PortfolioTally(decimal initialCapital, double? tradingDaysPerYear)
{
    private const int LeastDays = 256;

    private DailyEquity[] _days = [];
    private int _count;
    private long _start;
    private long _end;
    private int _startDay;
    private int _day;
    private double _lastEquity;
    private bool _isOver; // its last day has a point

    public TradingActivity Activity { get; } = new();

    /// <summary>Adds the rows of a chunk; a day's point is written when the next day begins.</summary>
    public void Add(EquityColumns equity)
    {
        if (equity.Count == 0)
            return;
        ReadOnlySpan<int> days = equity.Day.AsSpan(0, equity.Count);
        ReadOnlySpan<double> values = equity.Equity.AsSpan(0, equity.Count);
        if (Activity.Bars == 0)
            (_start, _startDay, _day) = (equity.BarStart[0], days[0], days[0]);
        Reserve(equity.Count);
        Span<DailyEquity> free = _days.AsSpan(_count);
        int count = 0;
        int today = _day;
        double last = _lastEquity;
        for (int row = 0; row < days.Length; row++)
        {
            int day = days[row];
            if (day != today)
            {
                free[count++] = new DailyEquity(DateOnly.FromDayNumber(today), last);
                today = day;
            }

            last = values[row];
        }

        (_count, _day, _lastEquity, _end) = (_count + count, today, last, equity.Time[equity.Count - 1]);
        Activity.AddBars(values, equity.Exposure.AsSpan(0, equity.Count));
    }

    /// <summary>
    /// The curve of all chunks, once they are complete. The last day ends with the final equity, which includes what was settled after the last bar.
    /// </summary>
    public EquityCurve Curve(decimal finalEquity, PortfolioStatus? status)
    {
        if (Activity.Bars > 0 && !_isOver)
        {
            Reserve(1);
            _days[_count++] = new DailyEquity(DateOnly.FromDayNumber(_day), (double)finalEquity);
        }

        _isOver = true;
        return new EquityCurve
        {
            InitialCapital = initialCapital,
            FinalEquity = finalEquity,
            Status = status,
            Start = new DateTime(_start, DateTimeKind.Utc),
            End = new DateTime(_end, DateTimeKind.Utc),
            StartDay = DateOnly.FromDayNumber(_startDay),
            Days = new ArraySegment<DailyEquity>(_days, 0, _count),
            TradingDaysPerYear = tradingDaysPerYear,
        };
    }

    /// <summary>Returns the points' memory for use by other runs; curves that use it become invalid.</summary>
    public void Release()
    {
        if (_days.Length > 0)
            ArrayPool<DailyEquity>.Shared.Return(_days);
        (_days, _count) = ([], 0);
    }

    /// <summary>Reserves space for more points.</summary>
    private void Reserve(int points)
    {
        if (_count + points <= _days.Length)
            return;
        DailyEquity[] larger = ArrayPool<DailyEquity>.Shared.Rent(Math.Max(LeastDays, Math.Max(2 * _count, _count + points)));
        _days.AsSpan(0, _count).CopyTo(larger);
        int count = _count;
        Release();
        (_days, _count) = (larger, count);
    }
}
