using System.Collections.Immutable;

namespace Backtest.Results;

/// <summary>Finds the rows of a run that belong to each other: the order of a fill, the signal of an order, the fills of a trade.</summary>
public sealed class RowIndex
{
    private readonly Lazy<Dictionary<(string, int), SignalRow>> _signals;
    private readonly Lazy<Dictionary<(string, int), OrderRow>> _orders;
    private readonly Lazy<ILookup<(string, int?), OrderRow>> _ordersOfSignals;
    private readonly Lazy<ILookup<(string, int), OrderStateRow>> _states;
    private readonly Lazy<ILookup<(string, int), FillRow>> _fillsOfOrders;
    private readonly Lazy<Dictionary<(string, string, string), FillRow[]>> _fills;
    private readonly Lazy<Dictionary<(string, string, string), TradeRow[]>> _trades;
    private readonly Lazy<Dictionary<(string, string?), RegimeRow[]>> _regimes;
    private readonly Lazy<Dictionary<(string, string, string?), RegimeProbabilityRow[]>> _probabilities;

    internal RowIndex(StoredRun run)
    {
        _signals = new(() => run.Signals.ToDictionary(row => (row.Portfolio, row.Id)));
        _orders = new(() => run.Orders.ToDictionary(row => (row.Portfolio, row.Id)));
        _ordersOfSignals = new(() => run.Orders.Where(row => row.SignalId is not null).ToLookup(row => (row.Portfolio, row.SignalId)));
        _states = new(() => run.OrderStates.ToLookup(row => (row.Portfolio, row.OrderId)));
        _fillsOfOrders = new(() => run.Fills.ToLookup(row => (row.Portfolio, row.OrderId)));
        _fills = new(() => Grouped(run.Fills, row => (row.Portfolio, row.Strategy, row.Symbol), row => row.Sequence));
        _trades = new(() => Grouped(run.Trades, row => (row.Portfolio, row.Strategy, row.Symbol), row => row.Sequence));
        _regimes = new(() => Grouped(run.Regimes, row => (row.Classifier, row.Symbol), row => row.Time.Ticks));
        _probabilities = new(() => run.Has("regime_probabilities")
            ? Grouped(run.RegimeProbabilities, row => (row.Classifier, row.Regime, row.Symbol), row => row.Time.Ticks) : []);
    }

    /// <summary>A signal, or null if there is none of that id.</summary>
    public SignalRow? Signal(string portfolio, int? id) => Find(_signals.Value, portfolio, id);

    /// <summary>An order, or null if there is none of that id.</summary>
    public OrderRow? Order(string portfolio, int? id) => Find(_orders.Value, portfolio, id);

    /// <summary>The orders placed for a signal.</summary>
    public IEnumerable<OrderRow> OrdersOf(SignalRow signal) => _ordersOfSignals.Value[(signal.Portfolio, signal.Id)];

    /// <summary>The signal an order was placed for; that of an entry is also that of what protects it.</summary>
    public SignalRow? SignalOf(OrderRow order) => Signal(order.Portfolio, order.SignalId ?? Order(order.Portfolio, order.ParentId)?.SignalId);

    /// <summary>The states an order came to.</summary>
    public IEnumerable<OrderStateRow> StatesOf(OrderRow order) => _states.Value[(order.Portfolio, order.Id)];

    /// <summary>The fills of an order.</summary>
    public IEnumerable<FillRow> FillsOf(OrderRow order) => _fillsOfOrders.Value[(order.Portfolio, order.Id)];

    /// <summary>The fills that opened, went on with and closed a trade.</summary>
    public IEnumerable<FillRow> FillsOf(TradeRow trade)
    {
        // Trades of one strategy and symbol follow each other from flat to flat, each recorded with the fill that closes it.
        var key = (trade.Portfolio, trade.Strategy, trade.Symbol);
        FillRow[] fills = _fills.Value.GetValueOrDefault(key) ?? [];
        TradeRow[] trades = _trades.Value[key];
        int place = After(trades, trade.Sequence - 1, row => row.Sequence);
        int first = place == 0 ? 0 : After(fills, trades[place - 1].Sequence, fill => fill.Sequence);
        for (int i = first; i < fills.Length && fills[i].Sequence < trade.Sequence; i++)
            yield return fills[i];
    }

    /// <summary>The trade a fill opened, went on with or closed; null while it is open.</summary>
    public TradeRow? TradeOf(FillRow fill)
    {
        TradeRow[] trades = _trades.Value.GetValueOrDefault((fill.Portfolio, fill.Strategy, fill.Symbol)) ?? [];
        int next = After(trades, fill.Sequence, trade => trade.Sequence);
        return next < trades.Length ? trades[next] : null;
    }

    /// <summary>The change of regime that held at a moment, of all symbols or of one; null before the first.</summary>
    public RegimeRow? RegimeAt(string classifier, string symbol, DateTime time) =>
        Last(_regimes.Value, (classifier, symbol), time, row => row.Time) ?? Last(_regimes.Value, (classifier, null), time, row => row.Time);

    /// <summary>The last probability of a regime until a moment, or null if none was recorded.</summary>
    public double? ProbabilityAt(string classifier, string regime, string symbol, DateTime time) =>
        (Last(_probabilities.Value, (classifier, regime, symbol), time, row => row.Time)
            ?? Last(_probabilities.Value, (classifier, regime, null), time, row => row.Time))?.Probability;

    private static TRow? Find<TRow>(Dictionary<(string, int), TRow> rows, string portfolio, int? id)
        where TRow : struct => id is { } known && rows.TryGetValue((portfolio, known), out TRow row) ? row : null;

    private static TRow? Last<TKey, TRow>(Dictionary<TKey, TRow[]> rows, TKey key, DateTime time, Func<TRow, DateTime> timeOf)
        where TKey : notnull
        where TRow : struct
    {
        TRow[] own = rows.GetValueOrDefault(key) ?? [];
        int next = After(own, time.Ticks, row => timeOf(row).Ticks);
        return next > 0 ? own[next - 1] : null;
    }

    private static Dictionary<TKey, TRow[]> Grouped<TKey, TRow>(ImmutableArray<TRow> rows, Func<TRow, TKey> keyOf, Func<TRow, long> orderOf)
        where TKey : notnull => rows.GroupBy(keyOf).ToDictionary(group => group.Key, group => group.OrderBy(orderOf).ToArray());

    /// <summary>The first row beyond a place in the order.</summary>
    private static int After<TRow>(TRow[] rows, long place, Func<TRow, long> placeOf)
    {
        int low = 0;
        int high = rows.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (placeOf(rows[middle]) <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
