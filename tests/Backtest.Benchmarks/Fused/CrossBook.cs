using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>The ledger of <see cref="CrossLoop"/>: one position per instrument, market orders filled at the next open.</summary>
internal sealed class CrossBook(BarSeries[] series)
{
    private readonly FusedTables _tables = new();
    private readonly decimal[] _costs = new decimal[series.Length];
    private readonly double[] _quantities = new double[series.Length];
    private readonly int[] _pending = new int[series.Length];
    private readonly int[] _signalOf = new int[series.Length];
    private decimal _cash = CrossRun.Capital;
    private decimal _realized;
    private decimal _paid;
    private double _cashAmount = (double)CrossRun.Capital;
    private double _equity = (double)CrossRun.Capital;
    private double _gross;
    private int _signals;
    private int _orders;
    private int _fills;

    /// <summary>Requests an entry.</summary>
    public void Enter(int s, int row)
    {
        bool isIn = _quantities[s] != 0;
        _tables.Signal(++_signals, series[s].End[row], s, 0, 0, isIn ? 1 : 0);
        if (!isIn)
            Order(s);
    }

    /// <summary>Requests an exit.</summary>
    public void Exit(int s, int row)
    {
        bool isIn = _quantities[s] != 0;
        _tables.Signal(++_signals, series[s].End[row], s, 0, 1, isIn ? 0 : 1);
        if (isIn)
            Order(s);
    }

    /// <summary>Fills the orders of the previous turn at the open.</summary>
    public void Fill(int s, int row)
    {
        int order = _pending[s];
        if (order == 0)
            return;
        _pending[s] = 0;
        decimal price = (decimal)series[s].Open[row];
        decimal value = CrossRun.Quantity * price;
        decimal commission = value * CrossRun.Commission;
        bool buys = _quantities[s] == 0;
        if (buys && _gross + (double)value > _equity)
            return;
        _cash += (buys ? -value : value) - commission;
        _cashAmount = (double)_cash;
        _paid += commission;
        if (!buys)
            _realized += value - _costs[s];
        _costs[s] = buys ? value : 0;
        _quantities[s] = buys ? (double)CrossRun.Quantity : 0;
        _tables.Order(order, _signalOf[s], series[s].Start[row], s, 0, 0, buys ? 0 : 1, CrossRun.Quantity);
        _tables.Fill(++_fills, order, series[s].Start[row], s, buys ? 0 : 1, CrossRun.Quantity, price, commission);
    }

    /// <summary>Values the positions at the closes of the turn.</summary>
    public void Value(int row)
    {
        double gross = 0;
        for (int s = 0; s < series.Length; s++)
            gross += _quantities[s] * series[s].Close[row];
        _gross = gross;
        _equity = _cashAmount + gross;
        _tables.Value(series[0].End[row], series[0].Start[row], series[0].Day[row], _equity, _cashAmount, gross);
    }

    /// <summary>The outcome.</summary>
    public Outcome Outcome()
    {
        _tables.Hash();
        decimal cost = _costs.Sum();
        if (_cash != CrossRun.Capital + _realized - _paid - cost)
            throw new InvalidOperationException("the ledger of the fused loop does not add up");
        decimal equity = _cash;
        for (int s = 0; s < series.Length; s++)
            equity += (decimal)_quantities[s] * (decimal)series[s].Close[series[s].Count - 1];
        return new Outcome(equity, _orders, _fills);
    }

    private void Order(int s)
    {
        _pending[s] = ++_orders;
        _signalOf[s] = _signals;
    }
}
