using System.Collections.Immutable;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest;

/// <summary>The result of a run: its figures and every row, typed.</summary>
public sealed class RunResult
{
    private readonly BacktestResult _result;

    internal RunResult(string name, BacktestResult result, RunMetrics metrics, RowRecorder rows, string? folder)
    {
        _result = result;
        Name = name;
        Metrics = metrics;
        Folder = folder;
        Equity = rows.Equity;
        Trades = rows.Trades;
        Fills = rows.Fills;
        Orders = rows.Orders;
        Signals = rows.Signals;
        OrderStates = rows.OrderStates;
        Actions = rows.Actions;
        Interest = rows.Interest;
        Regimes = rows.Regimes;
        Positions = rows.Positions;
    }

    /// <summary>The name of the run.</summary>
    public string Name { get; }

    /// <summary>How often the days held out were looked at, this run included; null if it did not look.</summary>
    public HoldoutCount? Holdout { get; internal init; }

    /// <summary>How it ended.</summary>
    public RunStatus Status => _result.Status;

    /// <summary>How it performed: each portfolio and the total.</summary>
    public RunMetrics Metrics { get; }

    /// <summary>The value of the portfolios, turn by turn.</summary>
    public RunEquity Equity { get; }

    /// <summary>The closed trades, in the order they closed.</summary>
    public ImmutableArray<TradeRow> Trades { get; }

    /// <summary>The fills, in the order they happened.</summary>
    public ImmutableArray<FillRow> Fills { get; }

    /// <summary>The orders, in the order they were placed, each with its outcome.</summary>
    public ImmutableArray<OrderRow> Orders { get; }

    /// <summary>The signals, in the order they were decided, each with its outcome.</summary>
    public ImmutableArray<SignalRow> Signals { get; }

    /// <summary>The states of the orders, in the order they were reached.</summary>
    public ImmutableArray<OrderStateRow> OrderStates { get; }

    /// <summary>What splits and dividends did to positions.</summary>
    public ImmutableArray<ActionRow> Actions { get; }

    /// <summary>Interest paid and received.</summary>
    public ImmutableArray<InterestRow> Interest { get; }

    /// <summary>The changes of regime, by time.</summary>
    public ImmutableArray<RegimeRow> Regimes { get; }

    /// <summary>The positions still open at the end, portfolio by portfolio.</summary>
    public ImmutableArray<PositionRow> Positions { get; }

    /// <summary>The portfolios, in declaration order.</summary>
    public IReadOnlyList<PortfolioResult> Portfolios => _result.Portfolios;

    /// <summary>The sum of the portfolios' final equities, in money.</summary>
    public decimal FinalEquity => _result.FinalEquity;

    /// <summary>The containers that stopped early.</summary>
    public IReadOnlyList<ContainerFault> Faults => _result.Faults;

    /// <summary>What is probably unintended.</summary>
    public IReadOnlyList<RunWarning> Warnings => _result.Warnings;

    /// <summary>The hash of all its events, in lower-case hexadecimal: the same for the same run on any machine.</summary>
    public string EventStreamHash => _result.EventStreamHash ?? "";

    /// <summary>Bars handled.</summary>
    public long BarsProcessed => _result.BarsProcessed;

    /// <summary>The run folder, or null if none was requested.</summary>
    public string? Folder { get; }
}
