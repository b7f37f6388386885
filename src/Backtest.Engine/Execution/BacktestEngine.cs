namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run. Each portfolio's orders are executed apart from the others', so that a fill reaches the portfolio that
/// ordered it and no other.
/// </summary>
/// <param name="config">How orders fill, and what that costs.</param>
public sealed class BacktestEngine(ExecutionConfig config)
{
    /// <summary>How orders fill.</summary>
    internal ExecutionConfig Config => config;

    /// <summary>What trading costs.</summary>
    internal TradingCosts Costs { get; } = new(config);

    /// <summary>Begins to execute the orders of a portfolio.</summary>
    internal OrderExecution Open(PortfolioConfig portfolio, Portfolio ledger, TurnClock clock, Market market, EventCounters counters) =>
        new(this, portfolio, ledger, clock, market, counters);
}
