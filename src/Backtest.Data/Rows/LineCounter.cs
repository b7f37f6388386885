namespace Backtest.Data.Rows;

/// <summary>Knows on which line of a file a row starts.</summary>
internal sealed class LineCounter
{
    /// <summary>The line the row passed last starts on; 1: the header.</summary>
    public int Current { get; private set; } = 1;

    /// <summary>The line the next row starts on.</summary>
    public int Next { get; private set; } = 2;

    /// <summary>How many rows were passed.</summary>
    public long Rows { get; private set; }

    /// <summary>Passes a comment line.</summary>
    public void PassComment() => Next++;

    /// <summary>Passes a row; a quoted field in it may span lines.</summary>
    public void PassRow(ReadOnlySpan<char> row)
    {
        Rows++;
        Current = Next;
        Next += Math.Max(1, row.Count('\n'));
    }
}
