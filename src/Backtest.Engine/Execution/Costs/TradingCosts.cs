namespace Backtest.Engine;

/// <summary>What trading costs: slippage and commission, by the models of a run.</summary>
/// <param name="config">Where prices slip.</param>
/// <param name="slippage">What they lose; <see langword="null"/>: nothing.</param>
/// <param name="commission">What orders cost; <see langword="null"/>: nothing.</param>
internal sealed class TradingCosts(SlippageConfig config, ISlippageModel? slippage, ICommissionModel? commission)
{
    /// <summary>Whether prices slip.</summary>
    public bool HasSlippage { get; } = slippage is not null;

    /// <summary>Whether slippage goes by earlier sessions.</summary>
    public bool NeedsSessions { get; } = (slippage?.Needs & SlippageNeeds.Sessions) > 0;

    /// <summary>Whether commission goes by the number of units.</summary>
    public bool CountsUnits => commission?.CountsUnits == true;

    /// <summary>Whether orders whose slipped prices leave the bar wait.</summary>
    public bool HaveToStayInBar => slippage is not null && config.WaitsOutsideBar;

    /// <summary>Whether an order slips.</summary>
    /// <param name="order">The order.</param>
    /// <param name="isAtOpen">Whether it fills at the open.</param>
    public bool Slips(WorkingOrder order, bool isAtOpen) => slippage is not null
        && (config.SlipsAtOpen || !isAtOpen)
        && (order.IsEntry || !config.IsOfEntries)
        && (!OrderTypes.HasLimit(order.Order.Type) || config.Limits == LimitSlippage.Beyond || (config.Limits == LimitSlippage.Within && isAtOpen));

    /// <summary>What one unit loses to slippage before anything is rounded, as asked for.</summary>
    public decimal Slippage(in SlippageTerms fill) => slippage!.Slippage(fill);

    /// <summary>The price after slippage, rounded to the tick against the trader.</summary>
    /// <param name="fill">The fill.</param>
    /// <param name="lost">What one unit loses, as asked for; above zero.</param>
    /// <param name="limit">The limit of the order; not a number: it has none.</param>
    /// <param name="factors">By which prices of the day are adjusted: what was traded slips and is rounded, and is adjusted again.</param>
    public decimal Slip(in SlippageTerms fill, decimal lost, double limit, AdjustmentFactors? factors)
    {
        decimal slipped = factors is null || fill.Instrument.TickSize is null ? Slip(fill, fill.Price, lost) : SlipTraded(fill, factors);
        if (config.Limits == LimitSlippage.Within && !double.IsNaN(limit))
            slipped = fill.Side == Side.Buy ? Math.Min(slipped, (decimal)limit) : Math.Max(slipped, (decimal)limit);
        return config.StaysInBar ? Bounded(slipped, fill) : slipped;
    }

    /// <summary>What an order has cost once this much of it is traded, in money.</summary>
    /// <param name="quantity">All that is filled of it, as it was traded.</param>
    /// <param name="value">The value of that.</param>
    /// <param name="isMaker">Whether it rested at its limit.</param>
    public decimal Commission(decimal quantity, decimal value, bool isMaker) =>
        commission?.Commission(new CommissionTerms(quantity, value, isMaker)) ?? 0;

    private decimal SlipTraded(in SlippageTerms fill, AdjustmentFactors factors)
    {
        decimal traded = factors.Traded((double)fill.Price);
        decimal slipped = Slip(fill, traded, slippage!.Slippage(fill with { Price = traded }));
        return slipped == traded ? fill.Price : (decimal)factors.Adjusted(slipped);
    }

    private static decimal Slip(in SlippageTerms fill, decimal price, decimal lost) =>
        Ticks.Slipped(fill.Side == Side.Buy ? price + lost : price - lost, fill.Side, fill.Instrument);

    /// <summary>Within the bar, or where the price was before, should that be beyond it.</summary>
    private static decimal Bounded(decimal price, in SlippageTerms fill) => fill.Side == Side.Buy
        ? Math.Min(price, Math.Max(fill.Price, (decimal)fill.Bar.High))
        : Math.Max(price, Math.Min(fill.Price, (decimal)fill.Bar.Low));
}
