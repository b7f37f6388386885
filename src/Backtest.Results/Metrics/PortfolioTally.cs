using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Adds up one portfolio, or the total, chunk by chunk.</summary>
internal sealed class PortfolioTally(decimal initialCapital, double? tradingDaysPerYear)
{
    private readonly List<DailyEquity> _days = [];
    private long _start;
    private long _end;
    private int _startDay;
    private int _day;
    private double _lastEquity;
    private bool _isOver; // its last day has a point

    public TradingActivity Activity { get; } = new();

    /// <summary>Takes the rows of a chunk: a day's point is written when the next day begins.</summary>
    public void Add(EquityColumns equity)
    {
        for (int row = 0; row < equity.Count; row++)
        {
            int day = equity.Day[row];
            if (Activity.Bars == 0)
                (_start, _startDay, _day) = (equity.BarStart[row], day, day);
            else if (day != _day)
                CloseDay(day);
            _lastEquity = equity.Equity[row];
            Activity.AddBar(_lastEquity, equity.Exposure[row]);
        }

        if (equity.Count > 0)
            _end = equity.Time[equity.Count - 1];
    }

    /// <summary>The curve of what was added, once nothing more will be. The last day ends with the final equity: it knows what was settled after the last bar.</summary>
    public EquityCurve Curve(decimal finalEquity, PortfolioStatus? status)
    {
        if (Activity.Bars > 0 && !_isOver)
            _days.Add(Point(_day, (double)finalEquity));
        _isOver = true;
        return new EquityCurve
        {
            InitialCapital = initialCapital,
            FinalEquity = finalEquity,
            Status = status,
            Start = new DateTime(_start, DateTimeKind.Utc),
            End = new DateTime(_end, DateTimeKind.Utc),
            StartDay = DateOnly.FromDayNumber(_startDay),
            Days = _days,
            TradingDaysPerYear = tradingDaysPerYear,
        };
    }

    private static DailyEquity Point(int day, double equity) => new(DateOnly.FromDayNumber(day), equity);

    private void CloseDay(int next)
    {
        _days.Add(Point(_day, _lastEquity));
        _day = next;
    }
}
