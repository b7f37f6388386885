using System.Collections.Immutable;

namespace Backtest.Results;

/// <summary>Says of a fill, an order, a signal or a trade of a run why it came about and what followed.</summary>
/// <param name="run">The run.</param>
public sealed class RunExplainer(StoredRun run)
{
    private readonly Dictionary<string, IReadOnlyDictionary<int, FillEffect>> _effects = [];

    /// <summary>The bars that belong to an explanation: where these are observed, it can show them.</summary>
    /// <param name="item">What is asked about.</param>
    /// <exception cref="InputException">The run has no such row, or several.</exception>
    public IReadOnlyList<BarMoment> MomentsOf(RunItem item)
    {
        var moments = new List<BarMoment>();
        Chain chain = Resolve(item);
        foreach (FillRow fill in chain.Fills)
            moments.Add(BarMoment.At(fill.Symbol, fill.BarStart));
        foreach (SignalRow signal in chain.Signals)
            moments.Add(BarMoment.At(signal.Symbol, signal.BarStart));
        return moments;
    }

    /// <summary>Explains something.</summary>
    /// <param name="item">What is asked about.</param>
    /// <param name="bars">The bars that belong to it, or null where the data is not at hand.</param>
    /// <exception cref="InputException">The run has no such row, or several.</exception>
    public Explanation Explain(RunItem item, ObservedBars? bars = null)
    {
        Chain chain = Resolve(item);
        var steps = new StepWriter(run, bars);
        return new Explanation(chain.Subject, item.Kind == RunItemKind.Trade ? [.. OfTrade(chain, steps)] : [.. OfOrders(chain, steps)]);
    }

    private IEnumerable<ExplanationStep> OfTrade(Chain chain, StepWriter steps)
    {
        var told = new HashSet<int>();
        foreach (FillRow fill in chain.Fills)
        {
            Chain own = Resolve(new RunItem(RunItemKind.Fill, fill.Portfolio, fill.Id));
            own = own with { Signals = [.. own.Signals.Where(signal => told.Add(signal.Id))] }; // that of an entry is also that of what protects it
            yield return RowSteps.Fill(fill, EffectOf(fill)) with { Details = [.. OfOrders(own, steps).Where(step => step.Kind is not ("fill" or "trade"))] };
        }

        yield return RowSteps.Trade(chain.Trade!.Value);
    }

    private IEnumerable<ExplanationStep> OfOrders(Chain chain, StepWriter steps)
    {
        foreach (SignalRow signal in chain.Signals)
        {
            foreach (ExplanationStep cause in steps.Causes(signal))
                yield return cause;
            yield return RowSteps.Signal(signal);
        }

        foreach (OrderRow order in chain.Orders)
            yield return RowSteps.Order(order, run.OrderStates.Where(state => state.Portfolio == order.Portfolio && state.OrderId == order.Id), ParentOf(order));
        foreach (FillRow fill in chain.Fills)
        {
            FillEffect effect = EffectOf(fill);
            if (steps.Bar(fill.Symbol, fill.BarStart, "the bar it filled on") is { } bar && chain.Signals.All(signal => signal.BarStart != fill.BarStart))
                yield return bar;
            yield return RowSteps.Fill(fill, effect);
            yield return RowSteps.Position(effect);
            yield return steps.Money(effect);
            foreach (TradeRow trade in TradesOf(fill))
                yield return RowSteps.Trade(trade);
        }
    }

    private OrderRow? ParentOf(OrderRow order) =>
        order.ParentId is { } parent ? run.Orders.Cast<OrderRow?>().FirstOrDefault(row => row!.Value.Portfolio == order.Portfolio && row.Value.Id == parent) : null;

    private FillEffect EffectOf(FillRow fill)
    {
        if (!_effects.TryGetValue(fill.Portfolio, out IReadOnlyDictionary<int, FillEffect>? effects))
            _effects.Add(fill.Portfolio, effects = FillEffect.Of(run, fill.Portfolio));
        return effects[fill.Id];
    }

    /// <summary>The trade a fill opened, went on with or closed; one that is still open is in no table.</summary>
    private IEnumerable<TradeRow> TradesOf(FillRow fill) => run.Trades.Where(trade =>
        trade.Portfolio == fill.Portfolio && trade.Strategy == fill.Strategy && trade.Symbol == fill.Symbol && Spans(trade, fill)).Take(1);

    private IEnumerable<FillRow> FillsOf(TradeRow trade) => run.Fills.Where(fill =>
        fill.Portfolio == trade.Portfolio && fill.Strategy == trade.Strategy && fill.Symbol == trade.Symbol && Spans(trade, fill));

    // A trade is recorded with the fill that closes it; one that opens at the same moment comes after that.
    private static bool Spans(TradeRow trade, FillRow fill) =>
        fill.Time >= trade.EntryTime && fill.Time <= trade.ExitTime && fill.Sequence < trade.Sequence;

    private Chain Resolve(RunItem item)
    {
        switch (item.Kind)
        {
            case RunItemKind.Fill:
                FillRow fill = Find(run.Fills, item, row => row.Portfolio, row => row.Id);
                return OfOrder(Find(run.Orders, new RunItem(RunItemKind.Order, fill.Portfolio, fill.OrderId), row => row.Portfolio, row => row.Id), RowSteps.Subject(fill), [fill]);
            case RunItemKind.Order:
                OrderRow order = Find(run.Orders, item, row => row.Portfolio, row => row.Id);
                return OfOrder(order, RowSteps.Subject(order), [.. run.Fills.Where(row => row.Portfolio == order.Portfolio && row.OrderId == order.Id)]);
            case RunItemKind.Signal:
                SignalRow signal = Find(run.Signals, item, row => row.Portfolio, row => row.Id);
                OrderRow[] orders = [.. run.Orders.Where(row => row.Portfolio == signal.Portfolio && row.SignalId == signal.Id)];
                return new Chain(RowSteps.Subject(signal), [signal], orders, [.. run.Fills.Where(row => orders.Any(own => own.Portfolio == row.Portfolio && own.Id == row.OrderId))]);
            default:
                TradeRow trade = Find(run.Trades, item, row => row.Portfolio, row => row.Id);
                FillRow[] fills = [.. FillsOf(trade)];
                SignalRow[] signals = [.. fills.SelectMany(row => Resolve(new RunItem(RunItemKind.Fill, row.Portfolio, row.Id)).Signals)];
                return new Chain(RowSteps.Subject(trade), signals, [], fills) { Trade = trade };
        }
    }

    private Chain OfOrder(OrderRow order, string subject, FillRow[] fills)
    {
        // What protects an entry was asked for by the signal of the entry.
        int? asked = order.SignalId ?? ParentOf(order)?.SignalId;
        SignalRow[] signals = [.. run.Signals.Where(row => row.Portfolio == order.Portfolio && row.Id == asked)];
        return new Chain(subject, signals, [order], fills);
    }

    private static TRow Find<TRow>(ImmutableArray<TRow> rows, RunItem item, Func<TRow, string> portfolioOf, Func<TRow, int> idOf)
    {
        TRow[] found = [.. rows.Where(row => idOf(row) == item.Id && (item.Portfolio is null || portfolioOf(row) == item.Portfolio))];
        if (found is [var only])
            return only;
        throw new InputException(found.Length == 0
            ? new InputError("unknown_item", $"the run has no {item}")
            {
                Fix = rows.IsEmpty
                    ? $"It has no {Words<RunItemKind>.Of(item.Kind)} at all."
                    : $"Ids go from 1 to {rows.Max(idOf)}; portfolios are {string.Join(", ", rows.Select(portfolioOf).Distinct())}.",
            }
            : new InputError("ambiguous_item", $"{found.Length} portfolios have a {item}")
            {
                Fix = $"Name one: {string.Join(", ", found.Select(row => $"{(item with { Portfolio = portfolioOf(row) })}"))}.",
            });
    }

    private sealed record Chain(string Subject, IReadOnlyList<SignalRow> Signals, IReadOnlyList<OrderRow> Orders, IReadOnlyList<FillRow> Fills)
    {
        public TradeRow? Trade { get; init; }
    }
}
