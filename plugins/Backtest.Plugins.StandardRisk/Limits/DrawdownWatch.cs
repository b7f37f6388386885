namespace Backtest.Plugins.StandardRisk;

/// <summary>Follows equity from its peak, and knows when a drawdown stops trading and when trading resumes.</summary>
internal struct DrawdownWatch
{
    private double? _peak;
    private int? _turnsLeft;

    /// <summary>The loss from the peak, as a fraction of it; as it was when trading stopped, while it is stopped.</summary>
    public double Drawdown { get; private set; }

    /// <summary>The limit that stopped trading; <see langword="null"/>: it goes on.</summary>
    public MaxDrawdown? Broken { get; private set; }

    /// <summary>Takes one turn under the limit that holds in it.</summary>
    /// <param name="equity">The equity it ends with.</param>
    /// <param name="capital">The money the portfolio began with.</param>
    /// <param name="hasBars">Whether it has a bar of an instrument traded.</param>
    /// <param name="limit">The limit; <see langword="null"/>: there is none.</param>
    public void Update(double equity, double capital, bool hasBars, MaxDrawdown? limit)
    {
        double peak = _peak ?? capital;
        if (Broken is not null)
        {
            if (_turnsLeft is null || !hasBars || --_turnsLeft > 0)
                return;
            Broken = null;
            peak = equity;
        }

        peak = Math.Max(peak, equity);
        _peak = peak;
        Drawdown = (peak - equity) / peak;
        if (limit is null || Drawdown < limit.Value)
            return;
        Broken = limit;
        _turnsLeft = limit.ResumeAfter;
    }
}
