using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>One portfolio of <see cref="TreeLoop"/>: its ledger, its long positions, and its records.</summary>
internal sealed class TreeAccount
{
    private const int CostDecimals = 10;

    private readonly BarSeries _series;
    private readonly decimal _capital;
    private readonly FusedTables _tables = new();
    private decimal _cash;
    private decimal _realized;
    private decimal _paid;
    private decimal _cost;
    private int _held;
    private double _cashAmount;
    private double _equity;
    private double _gross;
    private int _signals;

    /// <summary>Creates an account with its capital.</summary>
    public TreeAccount(BarSeries series, decimal capital)
    {
        _series = series;
        _capital = capital;
        _cash = capital;
        _cashAmount = (double)capital;
        _equity = _cashAmount;
    }

    /// <summary>The number of orders placed, including protective ones.</summary>
    public int Orders { get; private set; }

    /// <summary>The number of fills.</summary>
    public int Fills { get; private set; }

    /// <summary>Fills a position's resting orders on a bar: at the open, then within it, stops before targets.</summary>
    public void Fill(TreePosition position, int row)
    {
        if (position.Exit != 0)
        {
            Close(position, position.Quantity, _series.Open[row], slips: true, position.Exit, row, atOpen: true);
            position.Units.Clear();
            position.Exit = 0;
        }

        double open = _series.Open[row];
        CloseUnits(position, row, low: open, high: open, atOpen: true);
        if (position.Entry is { } entry)
        {
            position.Entry = null;
            Open(position, entry, row);
            CloseUnits(position, row, low: open, high: open, atOpen: true);
        }

        if (position.IsFlat)
            return;
        CloseUnits(position, row, _series.Low[row], _series.High[row], atOpen: false);
        foreach (TreeUnit unit in position.Units)
            unit.Trail(_series.High[row]);
    }

    /// <summary>Requests an entry.</summary>
    public void Enter(
        TreePosition position,
        int row,
        double strength = 1,
        double stop = double.NaN,
        double trail = double.NaN,
        double target = double.NaN,
        bool isActive = true)
    {
        _tables.Signal(++_signals, _series.End[row], 0, position.Strategy, 0, isActive ? 0 : 2);
        if (!isActive)
            return;
        position.Entry = new TreeUnit(++Orders, (int)(TreeRun.Quantity * (decimal)strength), stop, trail, target);
        Orders += position.Entry.Protections;
    }

    /// <summary>Requests an exit; protection is canceled at once.</summary>
    public void Exit(TreePosition position, int row)
    {
        _tables.Signal(++_signals, _series.End[row], 0, position.Strategy, 1, 0);
        position.Exit = ++Orders;
        foreach (TreeUnit unit in position.Units)
            Done(unit, unit.Protections, row);
    }

    /// <summary>Values the positions at the close.</summary>
    public void Value(int row)
    {
        _gross = _held * _series.Close[row];
        _equity = _cashAmount + _gross;
        _tables.Value(_series.End[row], _series.Start[row], _series.Day[row], _equity, _cashAmount, _gross);
    }

    /// <summary>Records a change of regime.</summary>
    public void Regime(int row, int state, double confidence) =>
        _tables.Signal((int)BitConverter.DoubleToInt64Bits(confidence), _series.End[row], 0, state, 0, 0);

    /// <summary>Cash and positions at the last close, in decimal.</summary>
    public decimal FinalEquity()
    {
        _tables.Hash();
        if (_cash != _capital + _realized - _paid - _cost)
            throw new InvalidOperationException("the ledger of the fused loop does not add up");
        return _cash + (_held * (decimal)_series.Close[_series.Count - 1]);
    }

    private void Open(TreePosition position, TreeUnit entry, int row)
    {
        double price = _series.Open[row];
        if (_gross + (entry.Quantity * price) > _equity)
            throw new InvalidOperationException("the fused loop has no money left, and the engine would cut the entry");
        if (position.IsFlat)
        {
            position.EntryRow = row;
            position.Entries = 0;
        }

        decimal at = Trade(position, entry.Quantity, price, slips: true, buys: true, entry.Id, row, atOpen: true);
        position.Cost += entry.Quantity * at;
        position.Quantity += entry.Quantity;
        _cost += entry.Quantity * at;
        position.Entries++;
        position.LastEntryPrice = (double)at;
        entry.Fill(position.LastEntryPrice);
        position.Units.Add(entry);
    }

    /// <summary>Closes the units whose protection a range of prices touches.</summary>
    private void CloseUnits(TreePosition position, int row, double low, double high, bool atOpen)
    {
        List<TreeUnit> units = position.Units;
        for (int i = 0; i < units.Count;)
        {
            TreeUnit unit = units[i];
            bool stops = low <= unit.Stop;
            if (!stops && !(high >= unit.Target))
            {
                i++;
                continue;
            }

            double price = atOpen ? low : stops ? unit.Stop : unit.Target;
            Close(position, unit.Quantity, price, stops, unit.Id + 1, row, atOpen);
            Done(unit, unit.Protections - 1, row);
            units.RemoveAt(i);
        }
    }

    private void Close(TreePosition position, int quantity, double price, bool slips, int order, int row, bool atOpen)
    {
        decimal at = Trade(position, quantity, price, slips, buys: false, order, row, atOpen);
        decimal share = quantity == position.Quantity
            ? position.Cost
            : Math.Round(position.Cost * quantity / position.Quantity, CostDecimals);
        position.Cost -= share;
        position.Quantity -= quantity;
        _cost -= share;
        _realized += (quantity * at) - share;
    }

    private decimal Trade(TreePosition position, int quantity, double price, bool slips, bool buys, int order, int row, bool atOpen)
    {
        decimal before = (decimal)price;
        decimal lost = slips ? before * TreeRun.Slippage / 10_000m : 0;
        decimal at = buys ? before + lost : before - lost;
        decimal value = quantity * at;
        decimal commission = value * TreeRun.Commission;
        _cash += (buys ? -value : value) - commission;
        _cashAmount = (double)_cash;
        _paid += commission;
        _held += buys ? quantity : -quantity;
        long time = atOpen ? _series.Start[row] : _series.End[row];
        _tables.Order(order, _signals, time, 0, position.Strategy, 0, buys ? 0 : 1, quantity);
        _tables.Fill(++Fills, order, time, 0, buys ? 0 : 1, quantity, at, commission);
        return at;
    }

    private void Done(TreeUnit unit, int count, int row)
    {
        for (int i = 0; i < count; i++)
            _tables.Order(unit.Id + i, _signals, _series.End[row], 0, 0, 1, 1, unit.Quantity);
    }
}
