namespace Backtest.Engine;

/// <summary>The slippage of orders with a limit: limit and stop-limit orders, targets included.</summary>
public enum LimitSlippage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>At the open, if that is better than their limit, the same as other orders, but not beyond their limit.</summary>
    Within,

    /// <summary>The same as other orders, even beyond their limit.</summary>
    Beyond,
}
