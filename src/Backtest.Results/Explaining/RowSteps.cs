using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Describes rows of a run in words.</summary>
internal static class RowSteps
{
    public static string Subject(FillRow fill) =>
        $"fill {fill.Portfolio}/{fill.Id}: {Figures.Word(fill.Side)} {Figures.Quantity(fill.Quantity)} {fill.Symbol} at {Figures.Price(fill.Price)}, {Figures.Time(fill.Time)}";

    public static string Subject(OrderRow order) => $"order {order.Portfolio}/{order.Id}: {Terms(order)}, {Figures.Time(order.Time)}";

    public static string Subject(SignalRow signal) =>
        $"signal {signal.Portfolio}/{signal.Id}: {Asked(signal)}, {Figures.Time(signal.Time)}";

    public static string Subject(TradeRow trade) =>
        $"trade {trade.Portfolio}/{trade.Id}: {Figures.Word(trade.Direction)} {Figures.Quantity(trade.Quantity)} {trade.Symbol}, {Figures.Time(trade.EntryTime)} to {Figures.Time(trade.ExitTime)}";

    /// <summary>A bar.</summary>
    public static ExplanationStep Bar(ObservedBar bar, string what) => new(
        "bar",
        bar.Start,
        $"{bar.Symbol} {bar.Timeframe} {Figures.Time(bar.Start)}: open {Figures.Price(bar.Open)}, high {Figures.Price(bar.High)}, low {Figures.Price(bar.Low)}, close {Figures.Price(bar.Close)}"
            + $"{(bar.Volume is { } volume ? $", volume {Figures.Quantity((decimal)volume)}" : "")} ({what})")
    {
        Facts = Facts(
            ("symbol", bar.Symbol), ("timeframe", bar.Timeframe.ToString()), ("start", bar.Start), ("end", bar.End), ("open", bar.Open), ("high", bar.High),
            ("low", bar.Low), ("close", bar.Close), ("volume", bar.Volume)),
    };

    /// <summary>The indicators a strategy read.</summary>
    public static ExplanationStep Indicators(string strategy, IReadOnlyList<IndicatorReading> readings, ObservedReading? observed)
    {
        string ready = observed switch
        {
            null => "",
            { ReadyIndex: { } first } => $" (on {observed.Bar.Timeframe} bars, all ready from bar {first + 1} on; this is bar {observed.Index + 1})",
            _ => $" (on {observed.Bar.Timeframe} bars, not all ready at bar {observed.Index + 1})",
        };
        return new ExplanationStep("indicators", null, $"{strategy} read {string.Join(", ", readings.Select(reading => $"{reading.Name} {Figures.Number(reading.Value)}"))}{ready}")
        {
            Facts = Facts([
                .. readings.Select(reading => (reading.Name, (object?)reading.Value)),
                .. observed is null ? [] : new (string, object?)[] { ("timeframe", observed.Bar.Timeframe.ToString()), ("bar_number", observed.Index + 1), ("ready_from_bar", observed.ReadyIndex + 1) },
            ]),
        };
    }

    /// <summary>A signal and its outcome.</summary>
    public static ExplanationStep Signal(SignalRow signal)
    {
        return new ExplanationStep(
            "signal",
            signal.Time,
            $"{signal.Portfolio}/{signal.Id} of {signal.Strategy}: {Asked(signal)}{Entry(signal.Entry)}{Said(signal.Reason)} → {Outcome(signal)}")
        {
            Facts = Facts(
                ("id", signal.Id), ("portfolio", signal.Portfolio), ("strategy", signal.Strategy), ("symbol", signal.Symbol), ("action", Words<SignalAction>.Of(signal.Action)),
                ("direction", Words<Direction>.Of(signal.Direction)), ("strength", signal.Strength), ("size_unit", Words<SizeUnit>.Of(signal.Size.Unit)),
                ("size", signal.Size.Amount), ("band", signal.Band), ("reason", signal.Reason),
                ("outcome", Words<SignalOutcome>.Of(signal.Outcome)), ("risk_limit", signal.RiskLimit), ("measured", signal.Measured), ("threshold", signal.Threshold)),
        };
    }

    /// <summary>An order with its states.</summary>
    public static ExplanationStep Order(OrderRow order, IEnumerable<OrderStateRow> states, OrderRow? parent)
    {
        string protects = parent is { } entry ? $", protects order {entry.Id}" : order.AfterId is { } first ? $", after order {first}" : "";
        return new ExplanationStep("order", order.Time, $"{order.Portfolio}/{order.Id}: {Terms(order)}{protects}{(order.SignalId is null && parent is null ? Said(order.Reason) : "")}")
        {
            Facts = Facts(
                ("id", order.Id), ("portfolio", order.Portfolio), ("strategy", order.Strategy), ("symbol", order.Symbol), ("type", Words<OrderType>.Of(order.Type)),
                ("side", Words<Side>.Of(order.Side)), ("quantity", order.Quantity), ("filled", order.Filled), ("limit_price", order.LimitPrice),
                ("stop_price", order.StopPrice), ("status", Words<OrderStatus>.Of(order.Status)), ("reason", order.Reason), ("parent", order.ParentId)),
            Details = [.. States(states, order.Reason)],
        };
    }

    /// <summary>A fill.</summary>
    public static ExplanationStep Fill(FillRow fill, FillEffect effect) => new(
        "fill",
        fill.Time,
        $"{fill.Portfolio}/{fill.Id}: {Figures.Word(fill.Side)} {Figures.Quantity(fill.Quantity)} {fill.Symbol} at {Figures.Price(fill.Price)} {(fill.Time == fill.BarStart ? "at the open" : "within the bar or at its close")}"
            + $"{(fill.Slippage == 0 ? "" : $", slippage {Figures.Money(fill.Slippage)}")}{(fill.Commission == 0 ? "" : $", commission {Figures.Money(fill.Commission)}")}")
    {
        Facts = Facts(
            ("id", fill.Id), ("portfolio", fill.Portfolio), ("strategy", fill.Strategy), ("symbol", fill.Symbol), ("order", fill.OrderId), ("side", Words<Side>.Of(fill.Side)),
            ("quantity", fill.Quantity), ("price", fill.Price), ("commission", fill.Commission), ("slippage", fill.Slippage), ("held_after", effect.HeldAfter)),
    };

    /// <summary>The effect of a fill on the position.</summary>
    public static ExplanationStep Position(FillEffect effect) => new(
        "position", effect.Fill.Time, $"{effect.Fill.Strategy} held {Figures.Quantity(effect.HeldBefore)} {effect.Fill.Symbol}, now {Figures.Quantity(effect.HeldAfter)}")
    {
        Facts = Facts(("before", effect.HeldBefore), ("after", effect.HeldAfter)),
    };

    /// <summary>A trade.</summary>
    public static ExplanationStep Trade(TradeRow trade) => new(
        "trade",
        trade.ExitTime,
        $"{trade.Portfolio}/{trade.Id}: {Figures.Word(trade.Direction)} {Figures.Quantity(trade.Quantity)} {trade.Symbol}, in at {Figures.Price(trade.EntryPrice)} on {Figures.Time(trade.EntryTime)}, "
            + $"out at {Figures.Price(trade.ExitPrice)} on {Figures.Time(trade.ExitTime)}, {trade.Bars} bars: {Figures.Money(trade.Profit)} ({Figures.Percent((double)trade.Return)}), "
            + $"at worst {Figures.Money(trade.MaximumAdverseExcursion)}, at best {Figures.Money(trade.MaximumFavorableExcursion)}")
    {
        Facts = Facts(
            ("id", trade.Id), ("portfolio", trade.Portfolio), ("strategy", trade.Strategy), ("symbol", trade.Symbol), ("direction", Words<Direction>.Of(trade.Direction)),
            ("quantity", trade.Quantity), ("entry_time", trade.EntryTime), ("entry_price", trade.EntryPrice), ("exit_time", trade.ExitTime), ("exit_price", trade.ExitPrice),
            ("profit", trade.Profit), ("return", trade.Return), ("bars", trade.Bars), ("mae", trade.MaximumAdverseExcursion), ("mfe", trade.MaximumFavorableExcursion)),
    };

    /// <summary>The outcome of a signal, and what stopped it.</summary>
    public static string Outcome(SignalRow signal)
    {
        string outcome = Figures.Word(signal.Outcome);
        if (signal.RiskLimit is not { } limit)
            return signal.Outcome == SignalOutcome.NothingToExit ? $"{outcome}: {ReasonText.Of("nothing_to_exit")}" : outcome;
        string measured = signal is { Measured: { } value, Threshold: { } allowed } ? $": measured {Figures.Number(value)}, allowed {Figures.Number(allowed)}" : "";
        return $"{outcome} by {limit}{(ReasonText.Of(limit) is { } meaning ? $" ({meaning})" : "")}{measured}";
    }

    /// <summary>The states of an order; the reason it was placed for is not repeated with each.</summary>
    private static IEnumerable<ExplanationStep> States(IEnumerable<OrderStateRow> states, string? placedFor)
    {
        foreach (OrderStateRow state in states.OrderBy(state => state.Sequence))
        {
            string prices = $"{(state.LimitPrice is { } limit ? $", limit {Figures.Price(limit)}" : "")}{(state.StopPrice is { } stop ? $", stop {Figures.Price(stop)}" : "")}";
            yield return new ExplanationStep(
                "order_event", state.Time, $"{Figures.Word(state.State)} by {Figures.Word(state.Cause)}: {Figures.Quantity(state.Quantity)}{prices}{(state.Reason == placedFor ? "" : Because(state.Reason))}")
            {
                Facts = Facts(
                    ("state", Words<OrderState>.Of(state.State)), ("cause", Words<OrderCause>.Of(state.Cause)), ("quantity", state.Quantity),
                    ("limit_price", state.LimitPrice), ("stop_price", state.StopPrice), ("reason", state.Reason)),
            };
        }
    }

    private static string Terms(OrderRow order) =>
        $"{Figures.Word(order.Side)} {Figures.Quantity(order.Quantity)} {order.Symbol}, {Figures.Word(order.Type)}"
        + $"{(order.LimitPrice is { } limit ? $", limit {Figures.Price(limit)}" : "")}{(order.StopPrice is { } stop ? $", stop {Figures.Price(stop)}" : "")}"
        + $" → {Figures.Word(order.Status)}{(order.Filled != order.Quantity && order.Filled != 0 ? $", {Figures.Quantity(order.Filled)} of it filled" : "")}";

    /// <summary>What a signal requests. A target has a size and no side; a change of an order has neither.</summary>
    private static string Asked(SignalRow signal)
    {
        string band = signal.Band is > 0 and { } width ? $", band {Figures.Number(width)}" : "";
        return Figures.Word(signal.Action) + signal.Action switch
        {
            SignalAction.Enter => $" {Figures.Word(signal.Direction)} {signal.Symbol}{(signal.Strength == 1 ? "" : $", strength {Figures.Number(signal.Strength)}")}",
            SignalAction.Exit => $" {Figures.Word(signal.Direction)} {signal.Symbol}{(signal.Strength == 1 ? "" : $", {Figures.Percent(signal.Strength)} of it")}",
            SignalAction.Target => $" {signal.Symbol}, {Figures.Word(signal.Size.Unit)} {Figures.Number(signal.Size.Amount)}{band}",
            _ => $" {signal.Symbol}{(signal.RefersTo is { } handle ? $", the order of signal {handle} on it" : "")}",
        };
    }

    private static string Entry(EntryTerms terms) => string.Concat(
        terms.Limit is { } limit ? $", limit {Figures.Price(limit)}" : "", terms.Stop is { } stop ? $", stop {Figures.Price(stop)}" : "",
        terms.Touch is { } touch ? $", touch {Figures.Price(touch)}" : "",
        Level("stop loss", terms.StopLoss), Level("take profit", terms.TakeProfit), terms.TrailingStop is { } trail ? $", trailing stop {Figures.Price(trail)} behind" : "");

    private static string Level(string what, PriceLevel? level) => level switch
    {
        null => "",
        { IsDistance: true, Value: var distance } => $", {what} {Figures.Price(distance)} away",
        { Value: var price } => $", {what} at {Figures.Price(price)}",
    };

    private static string Said(string? reason) => reason is null ? "" : $", “{reason}”";

    private static string Because(string? reason) => reason is null ? "" : $" ({(ReasonText.Of(reason) is { } meaning ? $"{reason}: {meaning}" : reason)})";

    /// <summary>Figures by name.</summary>
    public static Dictionary<string, object?> Facts(params IEnumerable<(string Name, object? Value)> facts)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string name, object? value) in facts)
            named[name] = value;
        return named;
    }
}
