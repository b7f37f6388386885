namespace Backtest.Engine;

/// <summary>The latest values of one portfolio while the total is summed: those of its last row so far.</summary>
internal sealed class PortfolioStanding(EquityColumns rows, decimal capital)
{
    private int _next;

    /// <summary>The portfolio's rows of the chunk.</summary>
    public EquityColumns Rows => rows;

    /// <summary>The value of cash and positions, in money.</summary>
    public double Equity { get; private set; } = (double)capital;

    /// <summary>Money not in positions.</summary>
    public double Cash { get; private set; } = (double)capital;

    /// <summary>The gross notional of the positions, in money.</summary>
    public double Gross { get; private set; }

    /// <summary>The time of its next row, UTC ticks; <see cref="long.MaxValue"/> if the chunk has no more rows.</summary>
    public long NextTime => _next < rows.Count ? rows.Time[_next] : long.MaxValue;

    /// <summary>Moves on to the row of a given time.</summary>
    /// <returns>The row; <see langword="null"/> if there is none at that time.</returns>
    public int? Take(long time)
    {
        if (NextTime != time)
            return null;
        Stand(_next);
        return _next++;
    }

    /// <summary>Takes the values of the last row before the next chunk's rows replace these.</summary>
    public void EndChunk()
    {
        if (rows.Count > 0)
            Stand(rows.Count - 1);
        _next = 0;
    }

    private void Stand(int row)
    {
        Equity = rows.Equity[row];
        Cash = rows.Cash[row];
        Gross = rows.Exposure[row] * rows.Equity[row];
    }
}
