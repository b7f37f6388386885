using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each position that a split changed or a dividend was paid on.</summary>
internal sealed class ActionsTable() : Table<PortfolioScope, ActionRecord>(
    "actions",
    Integer("seq", (scope, in row) => row.Sequence),
    Time("time", (scope, in row) => row.Time),
    Time("bar", (scope, in row) => row.Time),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.StrategyIndex)),
    Text("symbol", (scope, in row) => row.Instrument.Symbol),
    Text("type", (scope, in row) => Words<ActionType>.Of(row.Type)),
    Money("value", (scope, in row) => row.Value),
    Money("quantity", (scope, in row) => row.Quantity),
    Money("cash", (scope, in row) => row.Cash));
