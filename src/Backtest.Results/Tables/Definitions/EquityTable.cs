namespace Backtest.Results;

/// <summary>A row for each turn and portfolio, and for the total.</summary>
internal sealed class EquityTable() : Table<EquityScope, int>(
    "equity",
    Time("time", (scope, in row) => scope.Rows.Time[row]),
    Time("bar", (scope, in row) => scope.Rows.BarStart[row]),
    Text("portfolio", (scope, in row) => scope.Name),
    Real("equity", (scope, in row) => scope.Rows.Equity[row]),
    Real("cash", (scope, in row) => scope.Rows.Cash[row]),
    Real("exposure", (scope, in row) => scope.Rows.Exposure[row]),
    Real("drawdown", (scope, in row) => scope.Rows.Drawdown[row]));
