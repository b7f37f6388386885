namespace Backtest.Reporting;

/// <summary>The table of trades.</summary>
internal static class TradesTable
{
    /// <summary>A row for each trade, in the order they ended.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="explanations">The explanations of the trades.</param>
    public static TableBlock Of(IReadOnlyList<TradeStory> trades, TradeExplanations explanations) => new("trades",
    [
        new("id", "Trade", TextColumn.Of(trades, trade => FormattableString.Invariant($"{trade.Row.Portfolio}/{trade.Row.Id}")), Format.Text),
        new("symbol", "Symbol", TextColumn.Of(trades, trade => trade.Row.Symbol), Format.Text) { IsFilter = true },
        new("strategy", "Strategy", TextColumn.Of(trades, trade => trade.Row.Strategy), Format.Text) { IsFilter = true },
        new("portfolio", "Portfolio", TextColumn.Of(trades, trade => trade.Row.Portfolio), Format.Text) { IsFilter = true, IsDetail = true },
        new("direction", "Side", TextColumn.Of(trades, trade => trade.Row.Direction == Direction.Long ? "long" : "short"), Format.Text)
            { IsFilter = true },
        new("entry_time", "Entered", TimeColumn.Of(trades, trade => trade.Row.EntryTime), Format.Time),
        new("exit_time", "Left", TimeColumn.Of(trades, trade => trade.Row.ExitTime), Format.Time),
        new("quantity", "Quantity", NumberColumn.Of(trades, trade => (double)trade.Row.Quantity), Format.Price),
        new("entry_price", "Entry", NumberColumn.Of(trades, trade => (double)trade.Row.EntryPrice), Format.Price),
        new("exit_price", "Exit", NumberColumn.Of(trades, trade => (double)trade.Row.ExitPrice), Format.Price),
        new("profit", "Profit", NumberColumn.Of(trades, trade => (double)trade.Row.Profit), Format.Money) { IsSigned = true },
        new("return", "Return", NumberColumn.Of(trades, trade => (double)trade.Row.Return, digits: 5), Format.Percent) { IsSigned = true },
        new("bars", "Bars", NumberColumn.Of(trades, trade => trade.Row.Bars), Format.Integer),
        new("regime", "Regime", TextColumn.Of(trades, trade => trade.Row.EntryRegime), Format.Text) { IsFilter = true },
        new("exit_reason", "Exit reason", TextColumn.Of(trades, trade => trade.ExitReason), Format.Text) { IsFilter = true },
        new("entry_reason", "Entry reason", TextColumn.Of(trades, trade => trade.EntryReason), Format.Text) { IsDetail = true },
        new("risk_multiple", "R-multiple", NumberColumn.Of(trades, trade => trade.RiskMultiple ?? double.NaN, digits: 5), Format.Number)
            { IsDetail = true },
        new("mae", "Worst while open", NumberColumn.Of(trades, trade => trade.Row.MaximumAdverseExcursion), Format.Money) { IsDetail = true },
        new("mfe", "Best while open", NumberColumn.Of(trades, trade => trade.Row.MaximumFavorableExcursion), Format.Money) { IsDetail = true },
        new("commission", "Commission", NumberColumn.Of(trades, trade => (double)trade.Row.Commission), Format.Money) { IsDetail = true },
        new("slippage", "Slippage", NumberColumn.Of(trades, trade => trade.Slippage), Format.Money) { IsDetail = true },
        new("entry_signal", "Signal", NumberColumn.Of(trades, trade => trade.EntrySignal?.Id ?? double.NaN), Format.Integer) { IsDetail = true },
        new("signal_time", "Decided", new TimeColumn([.. trades.Select(trade => trade.EntrySignal?.Time.Ticks ?? TimeColumn.None)]), Format.Time)
            { IsDetail = true },
        new("entry_order", "Entry order", TextColumn.Of(trades, trade => OrderText(trade.EntryOrder)), Format.Text) { IsDetail = true },
        new("exit_order", "Exit order", TextColumn.Of(trades, trade => OrderText(trade.ExitOrder)), Format.Text) { IsDetail = true },
        new("indicators", "Indicators read", TextColumn.Of(trades, trade => trade.Indicators), Format.Text) { IsDetail = true },
    ])
    {
        Title = "All trades",
        IsOfTrades = true,
        Explanations = TextColumn.Of(trades, trade => explanations.Of(trade.Row)),
        Note = trades.Count > TradeExplanations.Most
            ? $"Click a trade to see what led to it. About {Written.Count(TradeExplanations.Most)} of {Written.Count(trades.Count)} trades have the full chain here. `backtest why RUN trade:ID` shows it for every trade."
            : "Click a trade to see what led to it.",
    };

    private static string? OrderText(Results.OrderRow? order) => order is { } row ? $"{Word(row.Type)} {row.Side.ToString().ToLowerInvariant()}"
        : null;

    private static string Word(OrderType type) => type switch
    {
        OrderType.StopLimit => "stop-limit",
        OrderType.TrailingStop => "trailing stop",
        _ => type.ToString().ToLowerInvariant(),
    };
}
