using System.Runtime.ExceptionServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Catalog;

/// <summary>
/// Reads a series' files one block ahead: while one block is handed out, another thread reads the next. If no thread has read it by the time it is
/// needed, the caller reads it, so no number of readers waits for threads. A small series is read at once and its file closed: with many of them,
/// opening files and handing over blocks would cost more than reading their bars.
/// </summary>
internal sealed class CatalogBarReader : IBarReader, IThreadPoolWorkItem
{
    private const int RowsPerBlock = 1024;
    private const int MostRowsAtOnce = 8 * RowsPerBlock;

    private const int Idle = 0;
    private const int Wanted = 1;
    private const int Reading = 2;

    private readonly IReadOnlyList<FileSpan> _spans;
    private readonly bool _hasVolume;
    private readonly bool _hasQuotes;
    private readonly bool _isSmall;
    private readonly int _rowsPerBlock;
    private readonly ManualResetEventSlim _read = new(initialState: true);
    private BarSeries _block;
    private BarSeries _ahead;
    private int _row;
    private int _rows;
    private int _rowsAhead;
    private int _state = Idle;
    private ExceptionDispatchInfo? _failure;
    private BarFileReader? _file;
    private int _span;
    private long _rowsLeft;

    public CatalogBarReader(SourceSeries series, IReadOnlyList<FileSpan> spans)
    {
        _spans = spans;
        _hasVolume = series.HasVolume;
        _hasQuotes = series.HasQuotes;
        long rows = spans.Sum(span => span.Rows);
        _isSmall = rows <= MostRowsAtOnce;
        _rowsPerBlock = _isSmall ? (int)rows : RowsPerBlock;
        _block = Block(series, _rowsPerBlock);
        _ahead = _isSmall ? _block : Block(series, _rowsPerBlock);
        if (!_isSmall)
            Want();
    }

    public int Read(BarSeries target, int count)
    {
        int read = 0;
        while (read < count && (_row < _rows || NextBlock()))
        {
            int length = Math.Min(count - read, _rows - _row);
            target.Append(_block, _row, length);
            _row += length;
            read += length;
        }

        return read;
    }

    /// <summary>Reads the next block, unless another thread has read it in the meantime.</summary>
    public void Execute()
    {
        if (Interlocked.CompareExchange(ref _state, Reading, Wanted) != Wanted)
            return;
        try
        {
            _rowsAhead = Fill(_ahead);
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }

        Volatile.Write(ref _state, Idle);
        _read.Set();
    }

    public void Dispose()
    {
        // No thread starts reading from here on; wait for one that already has.
        if (Interlocked.CompareExchange(ref _state, Idle, Wanted) == Reading)
            _read.Wait();
        _file?.Dispose();
        _file = null;
        _span = _spans.Count;
    }

    /// <summary>An empty series to read a block into.</summary>
    private static BarSeries Block(SourceSeries series, int rows)
    {
        var block = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, series.HasQuotes);
        block.Resize(rows);
        if (!series.HasVolume)
            Array.Clear(block.Volume); // the reader does not fill these
        return block;
    }

    private void Want()
    {
        _read.Reset();
        Volatile.Write(ref _state, Wanted);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool NextBlock()
    {
        if (_isSmall)
        {
            (_rows, _row) = (Fill(_block), 0);
            return _rows > 0;
        }

        Execute();
        _read.Wait();
        _failure?.Throw();
        (_block, _ahead) = (_ahead, _block);
        (_rows, _row, _rowsAhead) = (_rowsAhead, 0, 0);
        if (_rows > 0)
            Want();
        return _rows > 0;
    }

    private int Fill(BarSeries block)
    {
        while (_file is null || _rowsLeft == 0)
        {
            _file?.Dispose();
            _file = null;
            if (_span == _spans.Count)
                return 0;
            FileSpan span = _spans[_span++];
            _file = new BarFileReader(span.Path, _hasVolume, _hasQuotes, _rowsPerBlock, isWhole: _isSmall);
            _file.Skip(span.First);
            _rowsLeft = span.Rows;
        }

        int read = _file.Read(block, (int)Math.Min(_rowsPerBlock, _rowsLeft));
        if (read == 0)
            throw CatalogErrors.Damaged(_spans[_span - 1].Path, "the file has fewer rows than the catalog's index lists.");
        _rowsLeft -= read;
        if (_rowsLeft == 0 && _isSmall)
        {
            _file.Dispose();
            _file = null;
        }

        return read;
    }
}
