namespace Backtest.Engine;

/// <summary>The trading costs of a run: slippage and commission.</summary>
/// <param name="config">The settings of slippage.</param>
/// <param name="slippage">The slippage model; <see langword="null"/> for no slippage.</param>
/// <param name="commission">The commission model; <see langword="null"/> for no commission.</param>
internal sealed class TradingCosts(SlippageConfig config, ISlippageModel? slippage, ICommissionModel? commission)
{
    /// <summary>Whether prices slip.</summary>
    public bool HasSlippage { get; } = slippage is not null;

    /// <summary>Whether slippage depends on earlier sessions.</summary>
    public bool NeedsSessions { get; } = (slippage?.Needs & SlippageNeeds.Sessions) > 0;

    /// <summary>Whether commission depends on the number of units.</summary>
    public bool CountsUnits => commission?.CountsUnits == true;

    /// <summary>Whether orders wait if slippage would move their prices out of the bar.</summary>
    public bool HaveToStayInBar => slippage is not null && config.WaitsOutsideBar;

    /// <summary>Whether an order slips.</summary>
    /// <param name="order">The order.</param>
    /// <param name="isAtOpen">Whether it fills at the open.</param>
    public bool Slips(WorkingOrder order, bool isAtOpen) => slippage is not null
        && (config.SlipsAtOpen || !isAtOpen)
        && (order.IsEntry || !config.IsOfEntries)
        && (!OrderTypes.HasLimit(order.Order.Type) || config.Limits == LimitSlippage.Beyond || (config.Limits == LimitSlippage.Within && isAtOpen));

    /// <summary>The slippage per unit, as specified, before rounding.</summary>
    public decimal Slippage(in SlippageTerms fill) => slippage!.Slippage(fill);

    /// <summary>The price after slippage, rounded to the tick against the trader.</summary>
    /// <param name="fill">The fill.</param>
    /// <param name="lost">The slippage per unit, as specified; above zero.</param>
    /// <param name="limit">The limit of the order; NaN if it has none.</param>
    /// <param name="factors">
    /// The factors by which prices of the day are adjusted: slippage and rounding apply to the traded price, which is then adjusted again.
    /// </param>
    public decimal Slip(in SlippageTerms fill, decimal lost, double limit, AdjustmentFactors? factors)
    {
        decimal slipped = factors is null || fill.Instrument.TickSize is null ? Slip(fill, fill.Price, lost) : SlipTraded(fill, factors);
        if (config.Limits == LimitSlippage.Within && !double.IsNaN(limit))
            slipped = fill.Side == Side.Buy ? Math.Min(slipped, (decimal)limit) : Math.Max(slipped, (decimal)limit);
        return config.StaysInBar ? Bounded(slipped, fill) : slipped;
    }

    /// <summary>The total commission of an order for the quantity filled so far, in money.</summary>
    /// <param name="quantity">The quantity filled, in traded units.</param>
    /// <param name="value">The value filled.</param>
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

    /// <summary>The price, limited to the bar, or to the price before slippage if that is outside the bar.</summary>
    private static decimal Bounded(decimal price, in SlippageTerms fill) => fill.Side == Side.Buy
        ? Math.Min(price, Math.Max(fill.Price, (decimal)fill.Bar.High))
        : Math.Max(price, Math.Min(fill.Price, (decimal)fill.Bar.Low));
}
