namespace Backtest.Engine;

/// <summary>Which orders share the volume of a bar that a volume limit allows.</summary>
public enum LiquidityScope
{
    /// <summary>Each order may take all of it.</summary>
    Order,

    /// <summary>The orders of a portfolio share it.</summary>
    Portfolio,

    /// <summary>The orders of the run share it; the run can then have only one portfolio.</summary>
    Run,
}
