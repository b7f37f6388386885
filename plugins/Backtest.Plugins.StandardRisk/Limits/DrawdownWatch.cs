namespace Backtest.Plugins.StandardRisk;

/// <summary>Tracks equity against its peak, and determines when a drawdown stops trading and when trading resumes.</summary>
internal struct DrawdownWatch
{
    private double? _peak;
    private int? _turnsLeft;

    /// <summary>The loss from the peak, as a fraction of it; while trading is stopped, the loss at which it stopped.</summary>
    public double Drawdown { get; private set; }

    /// <summary>The limit that stopped trading; <see langword="null"/> if trading continues.</summary>
    public MaxDrawdown? Broken { get; private set; }

    /// <summary>Processes a turn under the limit that applies in it.</summary>
    /// <param name="equity">The equity at the end of the turn.</param>
    /// <param name="capital">The initial capital of the portfolio.</param>
    /// <param name="hasBars">Whether the turn has a bar of a traded instrument.</param>
    /// <param name="limit">The limit; <see langword="null"/> for none.</param>
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
