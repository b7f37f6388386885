using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Backtest.Benchmarks;

/// <summary>What a fused loop writes and hashes: the equity columns of one portfolio, and a row for each signal, order and fill.</summary>
internal sealed class FusedTables
{
    private const int Capacity = 8192;

    private readonly long[] _times = new long[Capacity];
    private readonly long[] _bars = new long[Capacity];
    private readonly int[] _days = new int[Capacity];
    private readonly double[] _equities = new double[Capacity];
    private readonly double[] _cash = new double[Capacity];
    private readonly double[] _exposures = new double[Capacity];
    private readonly double[] _drawdowns = new double[Capacity];
    private readonly XxHash128[] _columns = [new(), new(), new(), new()];
    private readonly XxHash128 _events = new();
    private int _count;
    private double _peak;

    /// <summary>Adds the turn's valuation.</summary>
    public void Value(long time, long bar, int day, double equity, double cash, double gross)
    {
        if (_count == Capacity)
            HashColumns();
        int row = _count++;
        _peak = Math.Max(_peak, equity);
        _times[row] = time;
        _bars[row] = bar;
        _days[row] = day;
        _equities[row] = equity;
        _cash[row] = cash;
        _exposures[row] = gross / equity;
        _drawdowns[row] = (_peak - equity) / _peak;
    }

    /// <summary>Adds a signal.</summary>
    public void Signal(int id, long time, int instrument, int strategy, int action, int outcome) =>
        Append([id, time, instrument, strategy, action, 0, BitConverter.DoubleToInt64Bits(1), outcome, -1]);

    /// <summary>Adds a completed order.</summary>
    public void Order(int id, int signal, long time, int instrument, int strategy, int type, int side, decimal quantity)
    {
        Append([id, signal, time, instrument, strategy, type, side, 0, 0, 0, -1]);
        Append(quantity);
        Append(quantity);
    }

    /// <summary>Adds a fill.</summary>
    public void Fill(int id, int order, long time, int instrument, int side, decimal quantity, decimal price, decimal commission)
    {
        Append([id, order, time, instrument, side]);
        Append(quantity);
        Append(price);
        Append(commission);
    }

    /// <summary>The hash of everything.</summary>
    public UInt128 Hash()
    {
        HashColumns();
        foreach (XxHash128 column in _columns)
            _events.Append(column.GetCurrentHash());
        return _events.GetCurrentHashAsUInt128();
    }

    private void Append(ReadOnlySpan<long> values) => _events.Append(MemoryMarshal.AsBytes(values));

    private void Append(decimal value) => _events.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<decimal>(in value)));

    private void HashColumns()
    {
        _columns[0].Append(MemoryMarshal.AsBytes(_times.AsSpan(0, _count)));
        _columns[1].Append(MemoryMarshal.AsBytes(_equities.AsSpan(0, _count)));
        _columns[2].Append(MemoryMarshal.AsBytes(_cash.AsSpan(0, _count)));
        _columns[3].Append(MemoryMarshal.AsBytes(_exposures.AsSpan(0, _count)));
        _count = 0;
    }
}
