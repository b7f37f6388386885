namespace Backtest.Engine;

/// <summary>What orders with a limit lose to slippage: limit and stop-limit orders, targets included.</summary>
public enum LimitSlippage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>At the open, where that is better than their limit, as others do, and no further than their limit.</summary>
    Within,

    /// <summary>As all others do, beyond their limit as well.</summary>
    Beyond,
}
