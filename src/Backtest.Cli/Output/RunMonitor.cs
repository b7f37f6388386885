using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Tracks a run for its display: its equity so far, and how its orders end. May be read while the run is in progress.</summary>
internal sealed class RunMonitor : IRunRecorder
{
    private const int MostPoints = 256;

    private readonly Lock _lock = new();
    private readonly List<double> _equity = [];
    private readonly Dictionary<(int Portfolio, int Strategy, string Symbol), decimal> _held = [];
    private readonly Dictionary<string, OrderEndings> _endings = [];
    private IReadOnlyList<PortfolioDescription> _portfolios = [];
    private int _stride = 1;
    private long _rows;
    private double _drawdown;

    /// <summary>The figures so far.</summary>
    public LiveFigures Figures
    {
        get
        {
            lock (_lock)
                return new LiveFigures([.. _equity], _drawdown, _held.Values.Count(quantity => quantity != 0));
        }
    }

    /// <summary>How the orders of a portfolio ended.</summary>
    public OrderEndings EndingsOf(string portfolio) => _endings.GetValueOrDefault(portfolio) ?? new OrderEndings();

    /// <summary>The benchmark of the run, as its file names it, or null if there is none.</summary>
    public string? Benchmark { get; private set; }

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _portfolios = run.Portfolios;
        Benchmark = run.Config.Benchmark;
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        lock (_lock)
        {
            for (int row = 0; row < journal.Total.Count; row++)
                Take(journal.Total.Equity[row]);
            if (journal.Total.Count > 0)
                _drawdown = journal.Total.Drawdown[journal.Total.Count - 1];
            for (int portfolio = 0; portfolio < _portfolios.Count; portfolio++)
                Take(journal.Portfolios[portfolio], portfolio);
        }
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
    }

    /// <summary>Keeps a point; once there are too many, every second one is dropped.</summary>
    private void Take(double equity)
    {
        if (_rows++ % _stride != 0)
            return;
        _equity.Add(equity);
        if (_equity.Count < MostPoints)
            return;
        for (int i = 0; i < MostPoints / 2; i++)
            _equity[i] = _equity[(2 * i) + 1];
        _equity.RemoveRange(MostPoints / 2, MostPoints / 2);
        _stride *= 2;
    }

    private void Take(PortfolioJournal journal, int portfolio)
    {
        foreach (ref readonly FillRecord fill in journal.Fills.Span)
        {
            (int, int, string) key = (portfolio, fill.Fill.StrategyIndex, fill.Fill.Instrument.Symbol);
            _held[key] = _held.GetValueOrDefault(key) + (fill.Fill.Side == Side.Buy ? fill.Fill.Quantity : -fill.Fill.Quantity);
        }

        foreach (ref readonly ActionRecord action in journal.Actions.Span)
            _held[(portfolio, action.Action.StrategyIndex, action.Action.Instrument.Symbol)] = action.Action.Quantity;
        foreach (ref readonly OrderRecord order in journal.Orders.Span)
        {
            if (!_endings.TryGetValue(_portfolios[portfolio].Name, out OrderEndings? endings))
                _endings.Add(_portfolios[portfolio].Name, endings = new OrderEndings());
            endings.Add(order);
        }
    }
}

/// <summary>The figures of a run in progress.</summary>
/// <param name="Equity">Equity of all portfolios together, sampled evenly over the turns so far.</param>
/// <param name="Drawdown">The fall from the highest equity, as a fraction of it.</param>
/// <param name="OpenPositions">The number of open positions.</param>
internal sealed record LiveFigures(IReadOnlyList<double> Equity, double Drawdown, int OpenPositions);

/// <summary>How orders ended that were not filled completely.</summary>
internal sealed class OrderEndings
{
    private readonly Dictionary<(string Kind, string Reason), int> _counts = [];

    /// <summary>The endings with their counts, most frequent first; an entry that was filled in part and then canceled counts as cut.</summary>
    public IReadOnlyList<(string Kind, string Reason, int Count)> All =>
        [.. _counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key.Reason, StringComparer.Ordinal).Select(count => (count.Key.Kind, count.Key.Reason, count.Value))];

    /// <summary>Counts a completed order.</summary>
    public void Add(in OrderRecord order)
    {
        string? kind = order.Status switch
        {
            OrderStatus.Rejected => "rejected",
            OrderStatus.Canceled when order.Filled > 0 => "cut",
            OrderStatus.Canceled when order.Order.PositionEffect == PositionEffect.Open => "canceled",
            OrderStatus.Open when order.Order.PositionEffect == PositionEffect.Open => "still open",
            _ => null, // protection that was not needed, or still is
        };
        if (kind is null)
            return;
        (string, string) key = (kind, order.Reason ?? "");
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }
}
