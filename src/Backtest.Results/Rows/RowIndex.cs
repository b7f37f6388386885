namespace Backtest.Results;

/// <summary>Finds related rows of a run: the order of a fill, the signal of an order, the fills of a trade.</summary>
public sealed class RowIndex
{
    private readonly StoredRun _run;
    private readonly Lazy<RowPlaces> _signals;
    private readonly Lazy<RowPlaces> _orders;
    private readonly Lazy<RowLinks> _ordersOfSignals;
    private readonly Lazy<RowLinks> _statesOfOrders;
    private readonly Lazy<RowLinks> _fillsOfOrders;
    private readonly Lazy<Dictionary<(string, string, string), List<int>>> _fills;
    private readonly Lazy<Dictionary<(string, string, string), List<int>>> _trades;
    private readonly Lazy<Dictionary<(string, string, string), List<int>>> _regimes;
    private readonly Lazy<Dictionary<(string, string, string), List<int>>> _probabilities;

    internal RowIndex(StoredRun run)
    {
        _run = run;
        _signals = new(() => new RowPlaces(run.Signals.Length, row => (run.Signals[row].Portfolio, run.Signals[row].Id)));
        _orders = new(() => new RowPlaces(run.Orders.Length, row => (run.Orders[row].Portfolio, run.Orders[row].Id)));
        _ordersOfSignals = new(() => new RowLinks(
            run.Signals.Length, run.Orders.Length, row => run.Orders[row].SignalId is { } id ? _signals.Value.Find(run.Orders[row].Portfolio, id) : -1));
        _statesOfOrders = new(() => new RowLinks(
            run.Orders.Length, run.OrderStates.Length, row => _orders.Value.Find(run.OrderStates[row].Portfolio, run.OrderStates[row].OrderId)));
        _fillsOfOrders = new(() => new RowLinks(
            run.Orders.Length, run.Fills.Length, row => _orders.Value.Find(run.Fills[row].Portfolio, run.Fills[row].OrderId)));
        _fills = new(() => Grouped(run.Fills.Length, row => (run.Fills[row].Portfolio, run.Fills[row].Strategy, run.Fills[row].Symbol)));
        _trades = new(() => Grouped(run.Trades.Length, row => (run.Trades[row].Portfolio, run.Trades[row].Strategy, run.Trades[row].Symbol)));
        _regimes = new(() => Grouped(run.Regimes.Length, row => (run.Regimes[row].Classifier, run.Regimes[row].Symbol ?? "", "")));
        _probabilities = new(() => !run.Has("regime_probabilities") ? [] : Grouped(
            run.RegimeProbabilities.Length,
            row => (run.RegimeProbabilities[row].Classifier, run.RegimeProbabilities[row].Symbol ?? "", run.RegimeProbabilities[row].Regime)));
    }

    /// <summary>A signal, or null if there is none with that id.</summary>
    public SignalRow? Signal(string portfolio, int? id) =>
        id is { } known && _signals.Value.Find(portfolio, known) is >= 0 and var place ? _run.Signals[place] : null;

    /// <summary>An order, or null if there is none with that id.</summary>
    public OrderRow? Order(string portfolio, int? id) =>
        id is { } known && _orders.Value.Find(portfolio, known) is >= 0 and var place ? _run.Orders[place] : null;

    /// <summary>The orders placed for a signal.</summary>
    public IEnumerable<OrderRow> OrdersOf(SignalRow signal) =>
        _ordersOfSignals.Value.Of(_signals.Value.Find(signal.Portfolio, signal.Id)).Select(row => _run.Orders[row]);

    /// <summary>The signal an order was placed for; protective orders have that of their entry.</summary>
    public SignalRow? SignalOf(OrderRow order) => Signal(order.Portfolio, order.SignalId ?? Order(order.Portfolio, order.ParentId)?.SignalId);

    /// <summary>The states of an order.</summary>
    public IEnumerable<OrderStateRow> StatesOf(OrderRow order) =>
        _statesOfOrders.Value.Of(_orders.Value.Find(order.Portfolio, order.Id)).Select(row => _run.OrderStates[row]);

    /// <summary>The fills of an order.</summary>
    public IEnumerable<FillRow> FillsOf(OrderRow order) =>
        _fillsOfOrders.Value.Of(_orders.Value.Find(order.Portfolio, order.Id)).Select(row => _run.Fills[row]);

    /// <summary>The fills that opened, changed and closed a trade.</summary>
    public IEnumerable<FillRow> FillsOf(TradeRow trade)
    {
        // Trades of one strategy and symbol follow each other from flat to flat, each recorded with the fill that closes it.
        (string, string, string) key = (trade.Portfolio, trade.Strategy, trade.Symbol);
        List<int> fills = _fills.Value.GetValueOrDefault(key) ?? [];
        List<int> trades = _trades.Value[key];
        int place = After(trades, trade.Sequence - 1, row => _run.Trades[row].Sequence);
        int first = place == 0 ? 0 : After(fills, _run.Trades[trades[place - 1]].Sequence, row => _run.Fills[row].Sequence);
        for (int i = first; i < fills.Count && _run.Fills[fills[i]].Sequence < trade.Sequence; i++)
            yield return _run.Fills[fills[i]];
    }

    /// <summary>The trade that a fill opened, changed or closed, or null while it is open.</summary>
    public TradeRow? TradeOf(FillRow fill)
    {
        List<int> trades = _trades.Value.GetValueOrDefault((fill.Portfolio, fill.Strategy, fill.Symbol)) ?? [];
        int next = After(trades, fill.Sequence, row => _run.Trades[row].Sequence);
        return next < trades.Count ? _run.Trades[trades[next]] : null;
    }

    /// <summary>The latest change of regime at a time, for one symbol or for all; null before the first.</summary>
    public RegimeRow? RegimeAt(string classifier, string symbol, DateTime time) =>
        Last(_regimes.Value, (classifier, symbol, ""), (classifier, "", ""), time, row => _run.Regimes[row].Time) is >= 0 and var row
            ? _run.Regimes[row] : null;

    /// <summary>The last probability of a regime up to a time, or null if none was recorded.</summary>
    public double? ProbabilityAt(string classifier, string regime, string symbol, DateTime time) => Last(
        _probabilities.Value, (classifier, symbol, regime), (classifier, "", regime), time, row => _run.RegimeProbabilities[row].Time) is >= 0 and var row
        ? _run.RegimeProbabilities[row].Probability : null;

    /// <summary>The last row up to a time for the first key that has one, or -1 if there is none.</summary>
    private static int Last(
        Dictionary<(string, string, string), List<int>> groups, (string, string, string) key, (string, string, string) otherwise, DateTime time,
        Func<int, DateTime> timeOf)
    {
        List<int> own = groups.GetValueOrDefault(key) ?? groups.GetValueOrDefault(otherwise) ?? [];
        int next = After(own, time.Ticks, row => timeOf(row).Ticks);
        return next > 0 ? own[next - 1] : -1;
    }

    private static Dictionary<(string, string, string), List<int>> Grouped(int count, Func<int, (string, string, string)> keyOf)
    {
        var groups = new Dictionary<(string, string, string), List<int>>();
        for (int row = 0; row < count; row++)
        {
            (string, string, string) key = keyOf(row);
            if (!groups.TryGetValue(key, out List<int>? rows))
                groups.Add(key, rows = []);
            rows.Add(row);
        }

        return groups;
    }

    /// <summary>The index of the first of some ordered rows after a position.</summary>
    private static int After(List<int> rows, long place, Func<int, long> placeOf)
    {
        int low = 0;
        int high = rows.Count;
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
