using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each fill.</summary>
internal sealed class FillsTable() : Table<PortfolioScope, FillRecord>(
    "fills",
    Integer("id", (scope, in row) => row.Fill.Id),
    Integer("seq", (scope, in row) => row.Sequence),
    Integer("order", (scope, in row) => row.Fill.OrderId),
    Time("time", (scope, in row) => row.Fill.Time.Ticks),
    Time("bar", (scope, in row) => row.Fill.BarStart.Ticks),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.Fill.StrategyIndex)),
    Text("symbol", (scope, in row) => row.Fill.Instrument.Symbol),
    Text("side", (scope, in row) => Words<Side>.Of(row.Fill.Side)),
    Money("quantity", (scope, in row) => row.Fill.Quantity),
    Money("price", (scope, in row) => row.Fill.Price),
    Money("commission", (scope, in row) => row.Fill.Commission),
    Money("slippage", (scope, in row) => row.Fill.Slippage));
