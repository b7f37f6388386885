using System.Globalization;
using Backtest.Engine;

namespace Backtest.Cli.Doctor;

/// <summary>
/// Checks the order of events in a run without limits, in which each order has its signal: an order is placed in its signal's turn, and a fill
/// comes in a later turn, on a bar that starts at or after the decision.
/// </summary>
internal sealed class EventTrace : IRunRecorder
{
    private readonly Dictionary<(int Portfolio, int Id), SignalRecord> _signals = [];
    private readonly Dictionary<(int Portfolio, int Id), OrderRecord> _orders = [];
    private readonly List<(int Portfolio, FillRecord Fill)> _fills = [];
    private int _outOfOrder;

    /// <summary>Whether all events were in order.</summary>
    public bool IsInOrder => _outOfOrder == 0;

    /// <summary>The number of fills.</summary>
    public int Fills => _fills.Count;

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        for (int i = 0; i < journal.Portfolios.Count; i++)
        {
            foreach (SignalRecord signal in journal.Portfolios[i].Signals.Span)
                _signals.Add((i, signal.Signal.Id), signal);
            foreach (OrderRecord order in journal.Portfolios[i].Orders.Span)
                _orders.Add((i, order.Order.Id), order);
            foreach (FillRecord fill in journal.Portfolios[i].Fills.Span)
                _fills.Add((i, fill));
        }
    }

    /// <inheritdoc/>
    public void End(BacktestResult result) => _outOfOrder =
        _orders.Count(order => !FollowsItsSignal(order.Key.Portfolio, order.Value))
        + _fills.Count(fill => !FollowsItsOrder(fill.Portfolio, fill.Fill));

    /// <summary>Describes the events.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_signals.Count} signals → {_orders.Count} orders → {_fills.Count} fills, {_outOfOrder} out of order");

    private bool FollowsItsSignal(int portfolio, OrderRecord order) =>
        _signals.TryGetValue((portfolio, order.Order.SignalId), out SignalRecord signal)
        && signal.Turn == order.Turn
        && signal.Sequence < order.Sequence;

    private bool FollowsItsOrder(int portfolio, FillRecord fill) =>
        _orders.TryGetValue((portfolio, fill.Fill.OrderId), out OrderRecord order)
        && order.Sequence < fill.Sequence
        && order.Turn < fill.Turn
        && order.Order.Time <= fill.Fill.BarStart;
}
