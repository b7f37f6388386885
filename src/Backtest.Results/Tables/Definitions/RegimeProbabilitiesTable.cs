using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each bar and state of a classifier that tells probabilities.</summary>
internal sealed class RegimeProbabilitiesTable() : Table<ClassifierScope, RegimeProbabilityRecord>(
    "regime_probabilities",
    Text("classifier", (scope, in row) => scope.Name),
    TextOrNull("symbol", (scope, in row) => row.Symbol),
    Time("time", (scope, in row) => row.Time),
    Time("bar", (scope, in row) => row.BarStart),
    Text("regime", (scope, in row) => scope.Regime(row.StateIndex)),
    Real("probability", (scope, in row) => row.Probability));
