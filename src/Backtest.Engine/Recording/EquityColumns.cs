using System.Buffers;
using System.Runtime.CompilerServices;

namespace Backtest.Engine;

/// <summary>A portfolio's value at each turn of a chunk with a bar it trades on, as columns of <see cref="Count"/> rows.</summary>
public sealed class EquityColumns
{
    private int _capacity = 256; // the largest of a chunk so far
    private int _room;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The times of the turns, which are the ends of their bars, UTC ticks.</summary>
    public long[] Time { get; private set; } = [];

    /// <summary>The labels of the bars, which are their starts, UTC ticks.</summary>
    public long[] BarStart { get; private set; } = [];

    /// <summary>The trading days, as day numbers; they never go back.</summary>
    public int[] Day { get; private set; } = [];

    /// <summary>Cash and positions at the last closes, in money.</summary>
    public double[] Equity { get; private set; } = [];

    /// <summary>Money not in positions.</summary>
    public double[] Cash { get; private set; } = [];

    /// <summary>Gross notional over equity: see <see cref="ExposureOf"/>.</summary>
    public double[] Exposure { get; private set; } = [];

    /// <summary>The fall from the highest equity so far, as a fraction of it.</summary>
    public double[] Drawdown { get; private set; } = [];

    /// <summary>
    /// Gross notional over equity; zero without positions. If equity is zero it is NaN, because infinity would mean as little and would make every
    /// sum or mean infinite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ExposureOf(double gross, double equity) => gross == 0 ? 0 : equity == 0 ? double.NaN : gross / equity;

    /// <summary>Adds a row; numbers are kept in canonical form, −0 as 0.</summary>
    public void Add(long time, long bar, int day, double equity, double cash, double exposure, double drawdown)
    {
        int row = Count;
        if (row == _room)
            Reserve(row + 1);
        Time[row] = time;
        BarStart[row] = bar;
        Day[row] = day;
        Equity[row] = equity + 0.0;
        Cash[row] = cash + 0.0;
        Exposure[row] = exposure + 0.0;
        Drawdown[row] = drawdown + 0.0;
        Count = row + 1;
    }

    /// <summary>Adds the rows of a quiet stretch.</summary>
    internal void Add(in QuietValuationEvent quiet)
    {
        QuietStretch stretch = quiet.Stretch;
        int rows = stretch.Count - quiet.First;
        Reserve(Count + rows);
        stretch.CopyEnds(quiet.First, Time.AsSpan(Count, rows));
        stretch.CopyLabels(quiet.First, BarStart.AsSpan(Count, rows));
        stretch.Days[quiet.First..].CopyTo(Day.AsSpan(Count));
        Cash.AsSpan(Count, rows).Fill(quiet.Cash + 0.0);
        ReadOnlySpan<double> values = stretch.Equity.Slice(quiet.First, rows);
        ReadOnlySpan<double> grosses = stretch.GrossNotional.Slice(quiet.First, rows);
        Span<double> equities = Equity.AsSpan(Count, rows);
        Span<double> exposures = Exposure.AsSpan(Count, rows);
        Span<double> drawdowns = Drawdown.AsSpan(Count, rows);
        double peak = quiet.Peak;
        for (int i = 0; i < values.Length; i++)
        {
            double equity = values[i];
            if (!(equity <= peak)) // true for most values, which then need not wait for the maximum
                peak = Math.Max(peak, equity);
            equities[i] = equity + 0.0;
            exposures[i] = ExposureOf(grosses[i], equity) + 0.0;
            drawdowns[i] = ((peak - equity) / peak) + 0.0;
        }

        Count += rows;
    }

    /// <summary>Whether other columns have rows for the same bars.</summary>
    internal bool IsInStep(EquityColumns other) =>
        Time.AsSpan(0, Count).SequenceEqual(other.Time.AsSpan(0, other.Count))
        && BarStart.AsSpan(0, Count).SequenceEqual(other.BarStart.AsSpan(0, other.Count))
        && Day.AsSpan(0, Count).SequenceEqual(other.Day.AsSpan(0, other.Count));

    /// <summary>Begins a sum over portfolios with rows of zeros, as many as one of them has.</summary>
    internal void BeginSum(EquityColumns first)
    {
        Reserve(first.Count);
        Count = first.Count;
        Array.Copy(first.Time, Time, Count);
        Array.Copy(first.BarStart, BarStart, Count);
        Array.Copy(first.Day, Day, Count);
        Array.Clear(Equity, 0, Count);
        Array.Clear(Cash, 0, Count);
        Array.Clear(Exposure, 0, Count);
    }

    /// <summary>Adds a portfolio's rows to the sum; until the sum ends, the exposure column contains the gross notional.</summary>
    internal void AddTo(EquityColumns own)
    {
        ReadOnlySpan<double> equity = own.Equity.AsSpan(0, Count);
        ReadOnlySpan<double> cash = own.Cash.AsSpan(0, Count);
        ReadOnlySpan<double> exposure = own.Exposure.AsSpan(0, Count);
        Span<double> equities = Equity.AsSpan(0, Count);
        Span<double> cashes = Cash.AsSpan(0, Count);
        Span<double> grosses = Exposure.AsSpan(0, Count);
        for (int row = 0; row < equity.Length; row++)
        {
            equities[row] += equity[row];
            cashes[row] += cash[row];
            grosses[row] += exposure[row] * equity[row];
        }
    }

    /// <summary>
    /// Ends a sum by computing exposure and drawdown. Rows do not contain the gross notional, so if the exposure of a portfolio is NaN, that of the
    /// sum is NaN as well.
    /// </summary>
    /// <param name="peak">The highest equity before.</param>
    /// <returns>The highest equity so far.</returns>
    internal double EndSum(double peak)
    {
        for (int row = 0; row < Count; row++)
        {
            double equity = Equity[row];
            if (!(equity <= peak))
                peak = Math.Max(peak, equity);
            Exposure[row] = ExposureOf(Exposure[row], equity);
            Drawdown[row] = ((peak - equity) / peak) + 0.0;
        }

        return peak;
    }

    /// <summary>Removes the rows. Their memory is reused by the next user of a chunk, while it is still in the cache of the core.</summary>
    public void Clear()
    {
        Count = 0;
        _room = 0;
        Time = Returned(Time);
        BarStart = Returned(BarStart);
        Day = Returned(Day);
        Equity = Returned(Equity);
        Cash = Returned(Cash);
        Exposure = Returned(Exposure);
        Drawdown = Returned(Drawdown);
    }

    private void Reserve(int rows)
    {
        if (rows <= _room)
            return;
        while (_capacity < rows)
            _capacity *= 2;
        _room = _capacity;
        Time = Rented(Time);
        BarStart = Rented(BarStart);
        Day = Rented(Day);
        Equity = Rented(Equity);
        Cash = Rented(Cash);
        Exposure = Rented(Exposure);
        Drawdown = Rented(Drawdown);
    }

    private T[] Rented<T>(T[] column)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(_room);
        column.AsSpan(0, Count).CopyTo(larger);
        Returned(column);
        return larger;
    }

    private static T[] Returned<T>(T[] column)
    {
        if (column.Length > 0)
            ArrayPool<T>.Shared.Return(column);
        return [];
    }
}
