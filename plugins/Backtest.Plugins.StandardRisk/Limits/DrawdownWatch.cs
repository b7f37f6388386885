namespace Backtest.Plugins.StandardRisk;

/// <summary>Follows equity from its peak, and knows when a drawdown stops trading and when trading resumes.</summary>
internal sealed class DrawdownWatch
{
    private double _peak = double.NaN;
    private int? _turnsLeft;

    /// <summary>The loss from the peak, as a fraction of it; as it was when trading stopped, while it is stopped.</summary>
    public double Drawdown { get; private set; }

    /// <summary>The limit that stopped trading; <see langword="null"/>: it goes on.</summary>
    public MaxDrawdown? Broken { get; private set; }

    /// <summary>Takes one turn under the limit that holds in it.</summary>
    public void Update(PortfolioView portfolio, MaxDrawdown? limit)
    {
        double equity = portfolio.Equity;
        if (double.IsNaN(_peak))
            _peak = (double)portfolio.Capital;
        if (Broken is not null)
        {
            if (_turnsLeft is null || !portfolio.HasBars || --_turnsLeft > 0)
                return;
            Broken = null;
            _peak = equity;
        }

        _peak = Math.Max(_peak, equity);
        Drawdown = (_peak - equity) / _peak;
        if (limit is null || Drawdown < limit.Value)
            return;
        Broken = limit;
        _turnsLeft = limit.ResumeAfter;
    }
}
