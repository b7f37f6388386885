namespace Backtest.Engine;

/// <summary>What shares the volume of a bar that a volume limit leaves.</summary>
public enum LiquidityScope
{
    /// <summary>Each order has it to itself.</summary>
    Order,

    /// <summary>The orders of a portfolio.</summary>
    Portfolio,

    /// <summary>The orders of the run, which can have one portfolio then.</summary>
    Run,
}
