using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Lean;

/// <summary>Bid and ask for bars of trades: reads the table of quotes of the same day in step with the bars.</summary>
internal sealed class LeanQuotes : IDisposable
{
    private readonly LeanPart _part;
    private readonly LeanRow _row;
    private readonly LeanTable _table;
    private readonly byte[] _content;
    private readonly LeanFiles _files;
    private long _time = long.MinValue;
    private long _rows;
    private QuotePrices _bid;
    private QuotePrices _ask;

    /// <summary>Opens the quotes in a zip.</summary>
    /// <param name="part">The zip.</param>
    /// <param name="bars">The bars to read.</param>
    /// <param name="buffer">A buffer larger than the longest line.</param>
    /// <param name="files">Receives the record of the file.</param>
    public LeanQuotes(LeanPart part, LeanChoice bars, byte[] buffer, LeanFiles files)
    {
        _part = part;
        _row = new LeanRow(bars with { Kind = LeanChoice.Quote });
        _content = LeanFiles.ReadWhole(part.Path);
        _table = new LeanTable(part, _content, buffer);
        _files = files;
    }

    /// <summary>Finds the bid and ask of a time; times must be requested in order.</summary>
    /// <param name="local">The time on the clock of the data's zone, in ticks.</param>
    /// <param name="bid">The bids; none if there are no quotes for that time, or there was no bid.</param>
    /// <param name="ask">The asks.</param>
    public void Find(long local, out QuotePrices bid, out QuotePrices ask)
    {
        while (_time < local && Next())
        {
        }

        (bid, ask) = _time == local ? (_bid, _ask) : (QuotePrices.None, QuotePrices.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _table.Dispose();
        _files.Add(_part.Path, _content, _rows, skipped: 0);
    }

    // An invalid row of quotes does not invalidate the bar of trades, which then has no quotes.
    private bool Next()
    {
        while (_table.TryRead(out ReadOnlySpan<byte> line))
        {
            LeanFields fields = new(line);
            if (line.IsEmpty || !LeanRow.TryTakeTime(ref fields, _part.Date, out long local) || !_row.TryTakeQuotes(ref fields, out _bid, out _ask))
                continue;
            _time = local;
            _rows++;
            return true;
        }

        _time = long.MaxValue;
        return false;
    }
}
