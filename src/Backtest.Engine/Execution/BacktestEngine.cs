namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run. Each portfolio's orders are executed apart from the others', so that a fill reaches the portfolio that
/// ordered it and no other.
/// </summary>
public sealed class BacktestEngine
{
    /// <summary>An engine.</summary>
    /// <param name="config">How orders fill, and what that costs.</param>
    /// <param name="adjustments">How prices and quantities compare with those traded.</param>
    internal BacktestEngine(ExecutionConfig config, AdjustmentSchedule adjustments)
    {
        Config = config;
        Costs = new TradingCosts(config);
        Adjustments = adjustments;
    }

    /// <summary>How orders fill.</summary>
    internal ExecutionConfig Config { get; }

    /// <summary>What trading costs.</summary>
    internal TradingCosts Costs { get; }

    /// <summary>How prices and quantities compare with those traded, by which ticks and fees go.</summary>
    internal AdjustmentSchedule Adjustments { get; }

    /// <summary>Begins to execute the orders of a portfolio.</summary>
    internal OrderExecution Open(PortfolioConfig portfolio, Portfolio ledger, TurnClock clock, Market market, EventCounters counters) =>
        new(this, portfolio, ledger, clock, market, counters);
}
