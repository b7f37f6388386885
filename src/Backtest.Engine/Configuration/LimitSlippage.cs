namespace Backtest.Engine;

/// <summary>The slippage of orders with a limit: limit and stop-limit orders, including targets.</summary>
public enum LimitSlippage
{
    /// <summary>No slippage.</summary>
    None,

    /// <summary>Fills at the open that are better than the limit slip like other orders, but not beyond the limit.</summary>
    Within,

    /// <summary>They slip like other orders, even beyond their limit.</summary>
    Beyond,
}
