using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row for each closed trade. Bars are told by their labels, and by their places in the instrument's history, from 0.</summary>
internal sealed class TradesTable() : Table<PortfolioScope, TradeRecord>(
    "trades",
    Integer("id", (scope, in row) => row.Id),
    Integer("seq", (scope, in row) => row.Sequence),
    Text("portfolio", (scope, in row) => scope.Name),
    Text("strategy", (scope, in row) => scope.Strategy(row.StrategyIndex)),
    Text("symbol", (scope, in row) => row.Instrument.Symbol),
    Text("direction", (scope, in row) => Words<Direction>.Of(row.Direction)),
    Money("quantity", (scope, in row) => row.Quantity),
    Time("entry_time", (scope, in row) => row.EntryTime),
    Time("entry_bar", (scope, in row) => row.EntryBarStart),
    Integer("entry_index", (scope, in row) => row.EntryIndex),
    Money("entry_price", (scope, in row) => row.EntryPrice),
    Time("exit_time", (scope, in row) => row.ExitTime),
    Time("exit_bar", (scope, in row) => row.ExitBarStart),
    Integer("exit_index", (scope, in row) => row.ExitIndex),
    Money("exit_price", (scope, in row) => row.ExitPrice),
    Money("profit", (scope, in row) => row.Profit),
    Money("return", (scope, in row) => row.Return),
    Integer("bars", (scope, in row) => row.Bars),
    Real("mae", (scope, in row) => row.MaximumAdverseExcursion),
    Real("mfe", (scope, in row) => row.MaximumFavorableExcursion),
    Money("commission", (scope, in row) => row.Commission),
    TextOrNull("entry_regime", (scope, in row) => row.EntryRegime));
