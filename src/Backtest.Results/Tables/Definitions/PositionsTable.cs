using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each position open at the end.</summary>
internal sealed class PositionsTable() : Table<PortfolioScope, PositionRecord>(
    "positions",
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.StrategyIndex)),
    Text("symbol", (scope, in row) => row.Instrument.Symbol),
    Money("quantity", (scope, in row) => row.Quantity),
    Money("average_price", (scope, in row) => row.AveragePrice),
    Real("price", (scope, in row) => row.Price),
    Money("unrealized", (scope, in row) => row.Unrealized));
