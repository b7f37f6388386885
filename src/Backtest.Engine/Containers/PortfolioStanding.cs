namespace Backtest.Engine;

/// <summary>Where one portfolio stands while rows are summed: at the last one it has had.</summary>
internal sealed class PortfolioStanding(EquityColumns rows, decimal capital)
{
    private int _next;

    /// <summary>Its rows of the chunk.</summary>
    public EquityColumns Rows => rows;

    /// <summary>Cash and positions, in money.</summary>
    public double Equity { get; private set; } = (double)capital;

    /// <summary>Money not in positions.</summary>
    public double Cash { get; private set; } = (double)capital;

    /// <summary>The gross notional of its positions, in money.</summary>
    public double Gross { get; private set; }

    /// <summary>When its next row is, UTC ticks; <see cref="long.MaxValue"/>: the chunk has no other.</summary>
    public long NextTime => _next < rows.Count ? rows.Time[_next] : long.MaxValue;

    /// <summary>Moves on to the row of a time.</summary>
    /// <returns>The row; <see langword="null"/>: it has none then.</returns>
    public int? Take(long time)
    {
        if (NextTime != time)
            return null;
        Stand(_next);
        return _next++;
    }

    /// <summary>Stands at its last row before the next chunk's take the place of these.</summary>
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
