namespace Backtest.Plugins.StandardRisk;

/// <summary>Follows equity through the day, and knows when a loss stops trading until the next.</summary>
internal sealed class DailyLossWatch
{
    private int? _day;
    private double _dayBefore;
    private double _last;

    /// <summary>The loss against the last equity of the day before, as a fraction of it.</summary>
    public double Loss { get; private set; }

    /// <summary>The limit that stopped trading for the day; <see langword="null"/>: it goes on.</summary>
    public DailyLoss? Broken { get; private set; }

    /// <summary>Takes one turn under the limit that holds in it.</summary>
    public void Update(PortfolioView portfolio, DailyLoss? limit)
    {
        if (portfolio.Day != _day)
        {
            _dayBefore = _day is null ? (double)portfolio.Capital : _last;
            _day = portfolio.Day;
            Broken = null;
        }

        _last = portfolio.Equity;
        if (Broken is not null)
            return;
        Loss = (_dayBefore - _last) / _dayBefore;
        if (Loss >= limit?.Value)
            Broken = limit;
    }
}
