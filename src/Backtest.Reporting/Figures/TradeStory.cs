using System.Globalization;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>A trade with its causes: the signals, orders and fills that opened and closed it.</summary>
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

    /// <summary>The signal that order was placed for, or null if there is none.</summary>
    public SignalRow? ExitSignal { get; init; }

    /// <summary>The slippage of its fills, in money.</summary>
    public double Slippage { get; init; }

    /// <summary>
    /// Money at risk when it was opened: its quantity times the distance from the entry to the stop loss of its signal; null without a stop loss.
    /// </summary>
    public double? Risk { get; init; }

    /// <summary>Profit divided by the money at risk (the R-multiple of Tharp, 1998), or null without a stop loss.</summary>
    public double? RiskMultiple => Risk > 0 ? (double)Row.Profit / Risk : null;

    /// <summary>Why it was opened: the reason of the signal or, without one, of the order.</summary>
    public string? EntryReason => EntrySignal?.Reason ?? EntryOrder?.Reason;

    /// <summary>Why it was closed: the reason of the signal or the order, or the kind of the closing order.</summary>
    public string? ExitReason => ExitSignal?.Reason ?? ExitOrder?.Reason
        ?? (ExitOrder is { ParentId: not null } order ? Words(order.Type) : ExitSignal is not null ? "exit signal" : null);

    /// <summary>The indicators read for the decision, with their values.</summary>
    public string? Indicators => EntrySignal is { Indicators.Length: > 0 } signal
        ? string.Join(" · ", signal.Indicators.Select(reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Name} {reading.Value:G6}")))
        : null;

    /// <summary>All closed trades with their causes, in the order they ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="multipliers">The multipliers of instruments.</param>
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
            // A protective order belongs to the signal that opened the position; only the order itself closed it.
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
