namespace Backtest.Plugins.StandardRisk;

/// <summary>Tracks equity through the day, and determines when a loss stops trading until the next day.</summary>
internal struct DailyLossWatch
{
    private int? _day;
    private double _dayBefore;
    private double _last;

    /// <summary>The loss against the last equity of the previous day, as a fraction of it.</summary>
    public double Loss { get; private set; }

    /// <summary>The limit that stopped trading for the day; <see langword="null"/> if trading continues.</summary>
    public DailyLoss? Broken { get; private set; }

    /// <summary>Processes a turn under the limit that applies in it.</summary>
    /// <param name="equity">The equity at the end of the turn.</param>
    /// <param name="capital">The initial capital of the portfolio.</param>
    /// <param name="day">The portfolio's trading day, as a day number.</param>
    /// <param name="limit">The limit; <see langword="null"/> for none.</param>
    public void Update(double equity, double capital, int day, DailyLoss? limit)
    {
        if (day != _day)
        {
            _dayBefore = _day is null ? capital : _last;
            _day = day;
            Broken = null;
        }

        _last = equity;
        if (Broken is not null)
            return;
        Loss = (_dayBefore - _last) / _dayBefore;
        if (Loss >= limit?.Value)
            Broken = limit;
    }
}
