using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run. Each portfolio's orders are executed separately, so that a fill reaches only the portfolio that ordered it.
/// </summary>
public sealed class BacktestEngine
{
    /// <summary>Creates an engine.</summary>
    /// <param name="config">How orders fill, and the costs.</param>
    /// <param name="path">The order in which the prices within a bar occur.</param>
    /// <param name="finer">The finer bars that show which prices of a bar occur first; <see langword="null"/> if none are used.</param>
    /// <param name="matching">The matching rules: which orders fill, and where.</param>
    /// <param name="costs">The trading costs.</param>
    /// <param name="adjustments">How adjusted prices and quantities relate to those traded.</param>
    /// <param name="closes">Determines which bars close a trading day.</param>
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

    /// <summary>The order in which the prices within a bar occur.</summary>
    internal IPricePath Path { get; }

    /// <summary>The finer bars behind those of the run; <see langword="null"/> if none are used.</summary>
    internal FinerBars? Finer { get; }

    /// <summary>The matching rules: which orders fill, and where.</summary>
    internal IOrderMatching Matching { get; }

    /// <summary>Determines which bars close a trading day.</summary>
    internal SessionCloses Closes { get; }

    /// <summary>The trading costs.</summary>
    internal TradingCosts Costs { get; }

    /// <summary>How adjusted prices and quantities relate to those traded, which determine ticks and fees.</summary>
    internal AdjustmentSchedule Adjustments { get; }

    /// <summary>The series whose quotes its orders fill at, which is itself; <see langword="null"/> if they fill at traded prices.</summary>
    internal BarSeries? SidesOf(BarSeries series) => Config.TakesSidesInUse && series is { Bid: not null, Ask: not null } ? series : null;

    /// <summary>Begins to execute the orders of a portfolio.</summary>
    internal OrderExecution Open(PortfolioConfig portfolio, IAccount account, Portfolio ledger, TurnClock clock, Market market, EventCounters counters) =>
        new(this, portfolio, account, ledger, clock, market, counters);
}
