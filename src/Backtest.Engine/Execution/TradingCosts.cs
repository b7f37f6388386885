using System.Diagnostics;

namespace Backtest.Engine;

/// <summary>What trading costs: slippage and commission, as a run is configured.</summary>
internal sealed class TradingCosts(ExecutionConfig config)
{
    private const decimal BasisPointsInOne = 10_000;

    /// <summary>Whether prices slip.</summary>
    public bool HasSlippage { get; } = config.Slippage is not SlippageConfig.None;

    /// <summary>The price after slippage, rounded to the tick against the trader; unchanged without slippage.</summary>
    public static decimal Slip(decimal price, decimal slippage, Side side, Instrument instrument) => slippage == 0
        ? price
        : Ticks.Slipped(side == Side.Buy ? price + slippage : price - slippage, side, instrument);

    /// <summary>The price after slippage where prices are adjusted: what was traded slips and is rounded, and is adjusted again.</summary>
    public decimal Slip(double price, Side side, Instrument instrument, AdjustmentFactors factors)
    {
        if (instrument.TickSize is null)
            return Slip((decimal)price, Slippage((decimal)price), side, instrument);
        decimal traded = factors.Traded(price);
        decimal slipped = Slip(traded, Slippage(traded), side, instrument);
        return slipped == traded ? (decimal)price : (decimal)factors.Adjusted(slipped);
    }

    /// <summary>What one unit loses to slippage before anything is rounded, as asked for.</summary>
    public decimal Slippage(decimal price) => config.Slippage switch
    {
        SlippageConfig.None => 0,
        SlippageConfig.BasisPoints points => price * points.Value / BasisPointsInOne,
        _ => throw new UnreachableException($"no slippage is known as {config.Slippage.GetType().Name}"),
    };

    /// <summary>What an order has cost once this much of it is traded, in money.</summary>
    /// <param name="quantity">All that is filled of it, as it was traded.</param>
    /// <param name="value">The value of that.</param>
    public decimal Commission(decimal quantity, decimal value) => config.Commission switch
    {
        CommissionConfig.None => 0,
        CommissionConfig.PerShare share => PerShare(share, quantity, value),
        CommissionConfig.Percent percent => value * percent.Value,
        _ => throw new UnreachableException($"no commission is known as {config.Commission.GetType().Name}"),
    };

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
