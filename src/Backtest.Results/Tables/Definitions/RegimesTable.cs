using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each change of regime.</summary>
internal sealed class RegimesTable() : Table<ClassifierScope, RegimeRecord>(
    "regimes",
    Integer("seq", (scope, in row) => row.Sequence),
    Text("classifier", (scope, in row) => scope.Name),
    TextOrNull("symbol", (scope, in row) => row.Symbol),
    Time("time", (scope, in row) => row.Time),
    Time("bar", (scope, in row) => row.BarStart),
    Text("regime", (scope, in row) => scope.Regime(row.StateIndex)),
    Real("confidence", (scope, in row) => row.Confidence));
