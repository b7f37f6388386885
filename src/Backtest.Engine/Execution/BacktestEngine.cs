using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Executes all orders of a run. Each portfolio's orders are executed apart from the others', so that a fill reaches the portfolio that
/// ordered it and no other.
/// </summary>
public sealed class BacktestEngine
{
    /// <summary>An engine.</summary>
    /// <param name="config">How orders fill, and what that costs.</param>
    /// <param name="path">In which order the levels of a bar are met.</param>
    /// <param name="finer">The finer bars by which it is known which levels of a bar are met first; <see langword="null"/>: none are gone by.</param>
    /// <param name="matching">Which order fills where.</param>
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

    /// <summary>In which order the levels of a bar are met.</summary>
    internal IPricePath Path { get; }

    /// <summary>The finer bars behind those of the run; <see langword="null"/>: none are gone by.</summary>
    internal FinerBars? Finer { get; }

    /// <summary>Which order fills where.</summary>
    internal IOrderMatching Matching { get; }

    /// <summary>Which bars close a trading day.</summary>
    internal SessionCloses Closes { get; }

    /// <summary>What trading costs.</summary>
    internal TradingCosts Costs { get; }

    /// <summary>How prices and quantities compare with those traded, by which ticks and fees go.</summary>
    internal AdjustmentSchedule Adjustments { get; }

    /// <summary>The series whose quotes orders on it take their side of: itself; <see langword="null"/>: they go by what was traded.</summary>
    internal BarSeries? SidesOf(BarSeries series) => Config.TakesSidesInUse && series is { Bid: not null, Ask: not null } ? series : null;

    /// <summary>Begins to execute the orders of a portfolio.</summary>
    internal OrderExecution Open(PortfolioConfig portfolio, IAccount account, Portfolio ledger, TurnClock clock, Market market, EventCounters counters) =>
        new(this, portfolio, account, ledger, clock, market, counters);
}
