using System.Collections.Immutable;

namespace Backtest.Results;

/// <summary>Explains why a fill, an order, a signal or a trade of a run came about and what followed.</summary>
/// <param name="run">The run.</param>
public sealed class RunExplainer(StoredRun run)
{
    private readonly Dictionary<string, IReadOnlyDictionary<int, FillEffect>> _effects = [];

    /// <summary>The bars that belong to an explanation, which are included if they are observed.</summary>
    /// <param name="item">The item to explain.</param>
    /// <exception cref="InputException">The run has no such row, or several.</exception>
    public IReadOnlyList<BarMoment> MomentsOf(RunItem item) => MomentsOf(Resolve(item));

    /// <summary>Explains an item.</summary>
    /// <param name="item">The item to explain.</param>
    /// <param name="bars">The bars that belong to it, or null if the data is not available.</param>
    /// <exception cref="InputException">The run has no such row, or several.</exception>
    public Explanation Explain(RunItem item, ObservedBars? bars = null)
    {
        Chain chain = Resolve(item);
        var steps = new StepWriter(run, bars);
        return new Explanation(chain.Subject, item.Kind == RunItemKind.Trade ? [.. StepsOfTrade(chain, steps)] : [.. StepsOfOrders(chain, steps)]);
    }

    /// <summary>Explains a given trade of the run.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="bars">The bars that belong to it, or null if the data is not available.</param>
    public Explanation Explain(TradeRow trade, ObservedBars? bars = null)
    {
        Chain chain = OfTrade(trade);
        return new Explanation(chain.Subject, [.. StepsOfTrade(chain, new StepWriter(run, bars))]);
    }

    /// <summary>The bars that belong to the explanation of a trade.</summary>
    /// <param name="trade">The trade.</param>
    public IReadOnlyList<BarMoment> MomentsOf(TradeRow trade) => MomentsOf(OfTrade(trade));

    private IEnumerable<ExplanationStep> StepsOfTrade(Chain chain, StepWriter steps)
    {
        var told = new HashSet<int>();
        foreach (FillRow fill in chain.Fills)
        {
            Chain own = OfFill(fill);
            own = own with { Signals = [.. own.Signals.Where(signal => told.Add(signal.Id))] }; // protective orders have the signal of their entry
            yield return RowSteps.Fill(fill, EffectOf(fill)) with { Details = [.. StepsOfOrders(own, steps).Where(step => step.Kind is not ("fill" or "trade"))] };
        }

        yield return RowSteps.Trade(chain.Trade!.Value);
    }

    private IEnumerable<ExplanationStep> StepsOfOrders(Chain chain, StepWriter steps)
    {
        foreach (SignalRow signal in chain.Signals)
        {
            foreach (ExplanationStep cause in steps.Causes(signal))
                yield return cause;
            yield return RowSteps.Signal(signal);
        }

        foreach (OrderRow order in chain.Orders)
            yield return RowSteps.Order(order, run.Index.StatesOf(order), run.Index.Order(order.Portfolio, order.ParentId));
        foreach (FillRow fill in chain.Fills)
        {
            FillEffect effect = EffectOf(fill);
            if (steps.Bar(fill.Symbol, fill.BarStart, "the bar it filled on") is { } bar && chain.Signals.All(signal => signal.BarStart != fill.BarStart))
                yield return bar;
            yield return RowSteps.Fill(fill, effect);
            yield return RowSteps.Position(effect);
            yield return steps.Money(effect);
            if (run.Index.TradeOf(fill) is { } trade)
                yield return RowSteps.Trade(trade);
        }
    }

    private static IReadOnlyList<BarMoment> MomentsOf(Chain chain) =>
    [
        .. chain.Fills.Select(fill => BarMoment.At(fill.Symbol, fill.BarStart)),
        .. chain.Signals.Select(signal => BarMoment.At(signal.Symbol, signal.BarStart)),
    ];

    private FillEffect EffectOf(FillRow fill)
    {
        if (!_effects.TryGetValue(fill.Portfolio, out IReadOnlyDictionary<int, FillEffect>? effects))
            _effects.Add(fill.Portfolio, effects = FillEffect.Of(run, fill.Portfolio));
        return effects[fill.Id];
    }

    private Chain Resolve(RunItem item)
    {
        switch (item.Kind)
        {
            case RunItemKind.Fill:
                FillRow fill = Find(run.Fills, item, row => row.Portfolio, row => row.Id);
                return OfFill(fill);
            case RunItemKind.Order:
                OrderRow order = Find(run.Orders, item, row => row.Portfolio, row => row.Id);
                return OfOrder(order, RowSteps.Subject(order), [.. run.Index.FillsOf(order)]);
            case RunItemKind.Signal:
                SignalRow signal = Find(run.Signals, item, row => row.Portfolio, row => row.Id);
                OrderRow[] orders = [.. run.Index.OrdersOf(signal)];
                return new Chain(RowSteps.Subject(signal), [signal], orders, [.. orders.SelectMany(run.Index.FillsOf).OrderBy(row => row.Sequence)]);
            default:
                return OfTrade(Find(run.Trades, item, row => row.Portfolio, row => row.Id));
        }
    }

    private Chain OfTrade(TradeRow trade)
    {
        FillRow[] fills = [.. run.Index.FillsOf(trade)];
        return new Chain(RowSteps.Subject(trade), [.. fills.SelectMany(fill => OfFill(fill).Signals)], [], fills) { Trade = trade };
    }

    private Chain OfFill(FillRow fill) =>
        OfOrder(run.Index.Order(fill.Portfolio, fill.OrderId) ?? throw Missing(fill), RowSteps.Subject(fill), [fill]);

    private Chain OfOrder(OrderRow order, string subject, FillRow[] fills) =>
        new(subject, run.Index.SignalOf(order) is { } signal ? [signal] : [], [order], fills);

    private static InputException Missing(FillRow fill) => new(new InputError(
        "unknown_item", $"the run has no {new RunItem(RunItemKind.Order, fill.Portfolio, fill.OrderId)}, the order of fill {fill.Id}")
    {
        Fix = "Its tables do not belong together. Repeat the run.",
    });

    private static TRow Find<TRow>(ImmutableArray<TRow> rows, RunItem item, Func<TRow, string> portfolioOf, Func<TRow, int> idOf)
    {
        TRow[] found = [.. rows.Where(row => idOf(row) == item.Id && (item.Portfolio is null || portfolioOf(row) == item.Portfolio))];
        if (found is [var only])
            return only;
        throw new InputException(found.Length == 0
            ? new InputError("unknown_item", $"the run has no {item}")
            {
                Fix = rows.IsEmpty
                    ? $"It has no items of this kind."
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
