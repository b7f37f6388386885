namespace Backtest.Engine;

/// <summary>Which orders share the volume of a bar that a volume limit allows.</summary>
public enum LiquidityScope
{
    /// <summary>Each order has all of it.</summary>
    Order,

    /// <summary>The orders of a portfolio.</summary>
    Portfolio,

    /// <summary>The orders of the run, which can then have only one portfolio.</summary>
    Run,
}
