namespace Backtest.Results;

/// <summary>A row for each order.</summary>
internal sealed class OrdersTable() : Table<PortfolioScope, OrderRow>(
    "orders",
    Integer("id", (scope, in row) => row.Id),
    Integer("seq", (scope, in row) => row.Sequence),
    IntegerOrNull("signal", (scope, in row) => row.Signal == 0 ? null : row.Signal),
    Time("time", (scope, in row) => row.Time),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.Strategy)),
    Text("symbol", (scope, in row) => row.Instrument.Symbol),
    Text("type", (scope, in row) => Words<OrderType>.Of(row.Type)),
    Text("side", (scope, in row) => Words<Side>.Of(row.Side)),
    Money("quantity", (scope, in row) => row.Quantity),
    Money("filled", (scope, in row) => row.Filled),
    Real("limit_price", (scope, in row) => row.LimitPrice),
    Real("stop_price", (scope, in row) => row.StopPrice),
    Text("status", (scope, in row) => Words<OrderStatus>.Of(row.Status)),
    TextOrNull("reason", (scope, in row) => row.Reason));
