using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Doubts about how orders were filled.</summary>
internal static class FillDoubts
{
    /// <summary>The fraction of a bar's volume commonly taken as the most a day order can have without moving the price.</summary>
    private const double LargestShare = 0.1;

    /// <summary>Orders were decided at a close and filled at it.</summary>
    public static Doubt? AtTheClose(DoubtFacts facts) => facts.Run.Fills.IsEmpty || (string?)facts.Execution?["fill"] != "close" ? null : new Doubt(
        "fill_at_close",
        "Orders fill at the price they were decided on",
        "execution.fill: close fills orders at the close that caused the signal, but nobody can know that price and still trade at it. Compare with next_open.",
        "fill: close",
        Math.Max(0, facts.Profit));

    /// <summary>Limits that were only touched count as filled.</summary>
    public static Doubt? AtATouch(DoubtFacts facts)
    {
        TradeRow[] touched =
        [
            .. facts.Run.Trades.Where(trade => facts.EntryTypes[(trade.Portfolio, trade.Strategy, trade.Symbol, trade.EntryTime)]
                .Any(type => type is OrderType.Limit or OrderType.StopLimit)),
        ];
        return touched.Length == 0 ? null : new Doubt(
            "limits_at_a_touch",
            "Limits fill where the price touches them",
            $"{DoubtText.Count(touched.Length, "trade was", "trades were")} entered by limit orders, which count as filled once the price touches them. In the market, orders ahead in the queue fill first, and orders from which the price moves away never fill.",
            DoubtText.Count(touched.Length, "trade", "trades"),
            Math.Min(DoubtFacts.ProfitOf(touched), Math.Max(0, facts.Profit)));
    }

    /// <summary>Shares to sell short are always available, and free.</summary>
    public static Doubt? FreeShorts(DoubtFacts facts)
    {
        TradeRow[] shorts = [.. facts.Run.Trades.Where(trade => trade.Direction == Direction.Short)];
        return shorts.Length == 0 ? null : new Doubt(
            "free_shorts",
            "Selling short is free and always possible",
            $"{DoubtText.Count(shorts.Length, "trade was", "trades were")} short. No fee is charged for borrowing, and everything can be borrowed at any time.",
            DoubtText.Count(shorts.Length, "short trade", "short trades"),
            Math.Min(DoubtFacts.ProfitOf(shorts), Math.Max(0, facts.Profit)));
    }

    /// <summary>Fills are a large part of the volume of their bar.</summary>
    public static Doubt? LargeShare(DoubtFacts facts)
    {
        (FillRow Fill, double Share)[] large = [.. facts.Bars?.VolumeShares.Where(fill => fill.Share > LargestShare) ?? []];
        return large.Length == 0 ? null : new Doubt(
            "beyond_volume",
            "Orders are larger than the market could take",
            $"{DoubtText.Count(large.Length, "fill is", "fills are")} more than {DoubtText.Percent(LargestShare)} of the volume of the bar, the largest {DoubtText.Percent(large.Max(fill => fill.Share))}. Set execution.volume_limit.",
            DoubtText.Count(large.Length, "fill", "fills"),
            Math.Min(DoubtFacts.ProfitOf(TradesOf(facts, large.Select(fill => fill.Fill))), Math.Max(0, facts.Profit)));
    }

    /// <summary>Fills are on bars without trading.</summary>
    public static Doubt? OnSilence(DoubtFacts facts) => facts.Bars is not { OnSilence: { Count: > 0 } silent } ? null : new Doubt(
        "no_market",
        "Orders fill where nothing was traded",
        $"{DoubtText.Count(silent.Count, "fill is", "fills are")} on bars with a volume of 0 or a single price, the first on {Figures.Time(silent[0].BarStart)} in {silent[0].Symbol}.",
        DoubtText.Count(silent.Count, "fill", "fills"),
        Math.Min(DoubtFacts.ProfitOf(TradesOf(facts, silent)), Math.Max(0, facts.Profit)));

    /// <summary>Bars contain both the stop and the target of a position, so that which came first is an assumption.</summary>
    public static Doubt? Ambiguous(DoubtFacts facts)
    {
        if (facts.Bars is not { } bars || AreToldByFinerBars(facts))
            return null;
        Dictionary<(string, int), OrderRow> orders = facts.Run.Orders.ToDictionary(order => (order.Portfolio, order.Id));
        ILookup<(string, int?), OrderRow> siblings = facts.Run.Orders.Where(order => order.ParentId is not null).ToLookup(order => (order.Portfolio, order.ParentId));
        FillRow[] unsure =
        [
            .. bars.Ranges.Where(range => orders[(range.Fill.Portfolio, range.Fill.OrderId)] is { ParentId: { } parent } own
                && siblings[(own.Portfolio, parent)].Any(other => other.Id != own.Id && LevelOf(other) is { } level && level >= range.Low && level <= range.High))
                .Select(range => range.Fill),
        ];
        return unsure.Length == 0 ? null : new Doubt(
            "intrabar_order",
            "Stop and target in one bar",
            $"{DoubtText.Count(unsure.Length, "fill is", "fills are")} in bars that contained both the stop and the target. execution.path decides which came first; the default is the stop. Bars of a lower timeframe show the actual order: set execution.path: finer_bars.",
            DoubtText.Count(unsure.Length, "fill", "fills"),
            null);
    }

    /// <summary>Positions were settled at the last price when a symbol fell silent.</summary>
    public static Doubt? Delisted(DoubtFacts facts)
    {
        int delisted = facts.Run.OrderStates.Count(state => state is { Cause: OrderCause.Delisting, Reason: not null });
        bool isLastPrice = facts.Run.Manifest.Warnings.Any(warning => warning.Code == "delisted");
        return !isLastPrice ? null : new Doubt(
            "delisted_at_last_price",
            "Positions closed at the last price of a symbol that disappeared",
            $"A symbol stopped having bars while it was held, and was settled at its last price ({DoubtText.Count(delisted, "order", "orders")}). Shares delisted for poor performance lose 30% on average (Shumway, 1997). Set execution.delisting_return, or add the final price to the actions.",
            "delisting_return " + (facts.Execution?["delisting_return"]?.ToJsonString() ?? "0"),
            null);
    }

    /// <summary>Whether finer bars show which levels came first, in every bar.</summary>
    private static bool AreToldByFinerBars(DoubtFacts facts) =>
        (string?)facts.Execution?["path"]?["type"] == ExecutionModel.FinerBars
        && !facts.Run.Manifest.Warnings.Any(warning => warning.Code is "finer_bars_missing" or "finer_bars_differ");

    private static double? LevelOf(OrderRow order) => order.StopPrice ?? order.LimitPrice;

    private static IEnumerable<TradeRow> TradesOf(DoubtFacts facts, IEnumerable<FillRow> fills)
    {
        HashSet<(string, string, string, DateTime)> moments = [.. fills.Select(fill => (fill.Portfolio, fill.Strategy, fill.Symbol, fill.Time))];
        return facts.Run.Trades.Where(trade =>
            moments.Contains((trade.Portfolio, trade.Strategy, trade.Symbol, trade.EntryTime)) || moments.Contains((trade.Portfolio, trade.Strategy, trade.Symbol, trade.ExitTime)));
    }
}
