using System.Globalization;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>A trade with what led to it and out of it.</summary>
/// <param name="Row">The trade.</param>
internal sealed record TradeStory(TradeRow Row) : ITradeResult
{
    /// <summary>The fill that opened it, or null if it is not in the tables.</summary>
    public FillRow? EntryFill { get; init; }

    /// <summary>The order of that fill.</summary>
    public OrderRow? EntryOrder { get; init; }

    /// <summary>The signal that order was placed for.</summary>
    public SignalRow? EntrySignal { get; init; }

    /// <summary>The order that closed it.</summary>
    public OrderRow? ExitOrder { get; init; }

    /// <summary>The signal that order was placed for, or null if none was.</summary>
    public SignalRow? ExitSignal { get; init; }

    /// <summary>Money lost to slippage by its fills.</summary>
    public double Slippage { get; init; }

    /// <summary>
    /// Money at risk when it was opened: its quantity times the distance from the entry to the stop loss its signal asked for; null without one.
    /// </summary>
    public double? Risk { get; init; }

    /// <summary>Profit over the money at risk (the R-multiple of Tharp, 1998), or null where no stop loss was asked for.</summary>
    public double? RiskMultiple => Risk > 0 ? (double)Row.Profit / Risk : null;

    /// <summary>Why it was opened, in the author's words, or what was asked for.</summary>
    public string? EntryReason => EntrySignal?.Reason ?? EntryOrder?.Reason;

    /// <summary>Why it was closed: the signal's reason, the order's, or what kind of order closed it.</summary>
    public string? ExitReason => ExitSignal?.Reason ?? ExitOrder?.Reason
        ?? (ExitOrder is { ParentId: not null } order ? Words(order.Type) : ExitSignal is not null ? "exit signal" : null);

    /// <summary>The indicators read when it was decided, each with its value.</summary>
    public string? Indicators => EntrySignal is { Indicators.Length: > 0 } signal
        ? string.Join(" · ", signal.Indicators.Select(reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Name} {reading.Value:G6}")))
        : null;

    /// <summary>Trades with their stories, in the order they ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="multipliers">What one unit of a price is worth, by symbol.</param>
    public static IReadOnlyList<TradeStory> Of(StoredRun run, InstrumentMultipliers multipliers) =>
        [.. run.Trades.Select(trade => Of(trade, run.Index, multipliers.Of(trade.Symbol)))];

    private static TradeStory Of(TradeRow trade, RowIndex index, double multiplier)
    {
        FillRow[] fills = [.. index.FillsOf(trade)];
        if (fills.Length == 0)
            return new TradeStory(trade);
        OrderRow? entry = index.Order(trade.Portfolio, fills[0].OrderId);
        OrderRow? exit = index.Order(trade.Portfolio, fills[^1].OrderId);
        SignalRow? signal = index.Signal(trade.Portfolio, entry?.SignalId);
        return new TradeStory(trade)
        {
            EntryFill = fills[0],
            EntryOrder = entry,
            EntrySignal = signal,
            ExitOrder = exit,
            // A protective order belongs to the signal that opened the position; what closed it is the order alone.
            ExitSignal = exit is { ParentId: null } closing ? index.Signal(trade.Portfolio, closing.SignalId) : null,
            Slippage = fills.Sum(fill => (double)fill.Slippage),
            Risk = Distance(trade, signal) is { } distance ? distance * (double)trade.Quantity * multiplier : null,
        };
    }

    private static double? Distance(TradeRow trade, SignalRow? signal) => signal?.Entry.StopLoss switch
    {
        { IsDistance: true, Value: var distance } => distance,
        { Value: var price } => Math.Abs((double)trade.EntryPrice - price),
        null => null,
    };

    private static string Words(OrderType type) => type switch
    {
        OrderType.Limit => "take profit",
        OrderType.TrailingStop => "trailing stop",
        OrderType.Stop or OrderType.StopLimit => "stop loss",
        _ => "exit",
    };
}
