namespace Backtest.Plugins.StandardRisk;

/// <summary>Follows equity through the day, and knows when a loss stops trading until the next.</summary>
internal struct DailyLossWatch
{
    private int? _day;
    private double _dayBefore;
    private double _last;

    /// <summary>The loss against the last equity of the day before, as a fraction of it.</summary>
    public double Loss { get; private set; }

    /// <summary>The limit that stopped trading for the day; <see langword="null"/>: it goes on.</summary>
    public DailyLoss? Broken { get; private set; }

    /// <summary>Takes one turn under the limit that holds in it.</summary>
    /// <param name="equity">The equity it ends with.</param>
    /// <param name="capital">The money the portfolio began with.</param>
    /// <param name="day">The portfolio's trading day, as a day number.</param>
    /// <param name="limit">The limit; <see langword="null"/>: there is none.</param>
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
