using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each signal.</summary>
internal sealed class SignalsTable() : Table<PortfolioScope, SignalRecord>(
    "signals",
    Integer("id", (scope, in row) => row.Signal.Id),
    Integer("seq", (scope, in row) => row.Sequence),
    Time("time", (scope, in row) => row.Signal.Time.Ticks),
    Time("bar", (scope, in row) => row.Bar),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.Signal.Strategy)),
    Text("symbol", (scope, in row) => row.Signal.Instrument.Symbol),
    Text("action", (scope, in row) => Words<SignalAction>.Of(row.Signal.Action)),
    Text("direction", (scope, in row) => Words<Direction>.Of(row.Signal.Direction)),
    Real("strength", (scope, in row) => row.Signal.Strength),
    TextOrNull("regime", (scope, in row) => row.Regime),
    TextOrNull("reason", (scope, in row) => row.Signal.Reason),
    Text("outcome", (scope, in row) => Words<SignalOutcome>.Of(row.Outcome)),
    TextOrNull("limit", (scope, in row) => row.Limit),
    Real("value", (scope, in row) => row.Value),
    Real("bound", (scope, in row) => row.Bound),
    Text("indicators", (scope, in row) => IndicatorText.Of(scope, row)));
