using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each signal.</summary>
internal sealed class SignalsTable() : Table<PortfolioScope, SignalRecord>(
    "signals",
    Integer("id", (scope, in row) => row.Signal.Id),
    Integer("seq", (scope, in row) => row.Sequence),
    Time("time", (scope, in row) => row.Signal.Time.Ticks),
    Time("bar", (scope, in row) => row.BarStart),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.Signal.StrategyIndex)),
    Text("symbol", (scope, in row) => row.Signal.Instrument.Symbol),
    Text("action", (scope, in row) => Words<SignalAction>.Of(row.Signal.Action)),
    Text("direction", (scope, in row) => Words<Direction>.Of(row.Signal.Direction)),
    Real("strength", (scope, in row) => row.Signal.Strength),
    TextOrNull("regime", (scope, in row) => row.Regime),
    TextOrNull("reason", (scope, in row) => row.Signal.Reason),
    Text("outcome", (scope, in row) => Words<SignalOutcome>.Of(row.Outcome)),
    TextOrNull("risk_limit", (scope, in row) => row.RiskLimit),
    Real("measured", (scope, in row) => row.Measured),
    Real("threshold", (scope, in row) => row.Threshold),
    Text("indicators", (scope, in row) => IndicatorText.Of(scope, row)));
