using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Csv;

/// <summary>Reads a symbol's bars: first those in memory, which are then released, then those in its files.</summary>
/// <param name="held">The bars in memory, in parts.</param>
/// <param name="cursor">Reads the bars after them.</param>
/// <param name="rowsAtOnce">The number of rows of a file to read at once.</param>
internal sealed class CsvBarReader(IEnumerable<BarSeries> held, CsvCursor cursor, int rowsAtOnce) : IBarReader
{
    private readonly Queue<BarSeries> _held = new(held);
    private BarSeries? _bars;
    private int _row;

    /// <inheritdoc/>
    public int Read(BarSeries target, int count)
    {
        int read = 0;
        while (read < count && Stand())
        {
            int length = Math.Min(count - read, _bars!.Count - _row);
            target.Append(_bars, _row, length);
            read += length;
            _row += length;
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => cursor.Dispose();

    /// <summary>Makes the next bar available, if there is one.</summary>
    private bool Stand()
    {
        if (_bars is not null && _row < _bars.Count)
            return true;
        _row = 0;
        _bars = _held.TryDequeue(out BarSeries? next) ? next : cursor.Next(rowsAtOnce);
        return _bars is not null;
    }
}
