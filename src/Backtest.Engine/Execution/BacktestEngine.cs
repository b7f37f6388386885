namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run, each portfolio's apart from the others, so that a fill reaches the portfolio that ordered it and no other.
/// </summary>
public sealed class BacktestEngine
{
    private readonly ExecutionConfig _config;

    /// <summary>An engine that fills as configured.</summary>
    public BacktestEngine(ExecutionConfig config) => _config = config;

    /// <summary>Whether market orders fill at the close they were decided on.</summary>
    internal bool FillsAtClose => _config.FillsAtClose;

    /// <summary>Whether what is open after the last bar is closed.</summary>
    internal bool ClosesAtEnd => _config.ClosesAtEnd;

    /// <summary>The price after slippage, rounded to the tick; unchanged without slippage.</summary>
    internal decimal Slip(decimal price, Side side, Instrument instrument)
    {
        if (_config.Slippage is not SlippageConfig.BasisPoints { Value: > 0 } slippage)
            return price;
        decimal lost = price * slippage.Value / 10_000m;
        return Ticks.Round(side == Side.Buy ? price + lost : price - lost, instrument);
    }

    /// <summary>What an order has cost once this much of it is traded, in money.</summary>
    /// <param name="quantity">All that is filled of it.</param>
    /// <param name="value">The value of that.</param>
    internal decimal Commission(decimal quantity, decimal value) => _config.Commission switch
    {
        CommissionConfig.PerShare share => PerShare(share, quantity, value),
        CommissionConfig.Percent percent => value * percent.Value,
        _ => 0,
    };

    /// <summary>How many one order may take of a bar.</summary>
    internal decimal Available(double volume, Instrument instrument) => _config.VolumeLimit is { } share
        ? Ticks.RoundDown((decimal)volume * share, instrument)
        : decimal.MaxValue;

    private static decimal PerShare(CommissionConfig.PerShare share, decimal quantity, decimal value)
    {
        decimal commission = quantity * share.Value;
        if (share.Minimum is { } minimum)
            commission = Math.Max(commission, minimum);
        if (share.Maximum is { } maximum)
            commission = Math.Min(commission, value * maximum);
        return commission;
    }
}
