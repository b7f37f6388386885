using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run. Each portfolio's orders are executed separately, so that a fill reaches only the portfolio that ordered it.
/// </summary>
public sealed class BacktestEngine
{
    /// <summary>An engine.</summary>
    /// <param name="config">How orders fill, and the costs.</param>
    /// <param name="path">The order in which the levels of a bar are met.</param>
    /// <param name="finer">The finer bars that show which levels of a bar are met first; <see langword="null"/> if none are used.</param>
    /// <param name="matching">Which orders fill, and where.</param>
    /// <param name="costs">What trading costs.</param>
    /// <param name="adjustments">How prices and quantities compare with those traded.</param>
    /// <param name="closes">Which bars close a trading day.</param>
    internal BacktestEngine(
        ExecutionConfig config,
        IPricePath path,
        FinerBars? finer,
        IOrderMatching matching,
        TradingCosts costs,
        AdjustmentSchedule adjustments,
        SessionCloses closes)
    {
        Config = config;
        Path = path;
        Finer = finer;
        Matching = matching;
        Closes = closes;
        Costs = costs;
        Adjustments = adjustments;
    }

    /// <summary>How orders fill.</summary>
    internal ExecutionConfig Config { get; }

    /// <summary>The order in which the levels of a bar are met.</summary>
    internal IPricePath Path { get; }

    /// <summary>The finer bars behind those of the run; <see langword="null"/> if none are used.</summary>
    internal FinerBars? Finer { get; }

    /// <summary>Which orders fill, and where.</summary>
    internal IOrderMatching Matching { get; }

    /// <summary>Which bars close a trading day.</summary>
    internal SessionCloses Closes { get; }

    /// <summary>What trading costs.</summary>
    internal TradingCosts Costs { get; }

    /// <summary>How prices and quantities compare with those traded, which ticks and fees depend on.</summary>
    internal AdjustmentSchedule Adjustments { get; }

    /// <summary>The series whose quotes orders on it use: itself; <see langword="null"/> if they use traded prices.</summary>
    internal BarSeries? SidesOf(BarSeries series) => Config.TakesSidesInUse && series is { Bid: not null, Ask: not null } ? series : null;

    /// <summary>Begins to execute the orders of a portfolio.</summary>
    internal OrderExecution Open(PortfolioConfig portfolio, IAccount account, Portfolio ledger, TurnClock clock, Market market, EventCounters counters) =>
        new(this, portfolio, account, ledger, clock, market, counters);
}
