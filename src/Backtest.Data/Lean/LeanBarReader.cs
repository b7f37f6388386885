using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Lean;

/// <summary>Reads a symbol's zips one after the other, with one of them in memory at a time.</summary>
internal sealed class LeanBarReader(
    LeanSymbol symbol, LeanChoice bars, Timeframe timeframe, RowErrors errors, LeanFiles files, LeanDrops drops, IRowLog? log) : IBarReader
{
    private const int BufferSize = 1 << 16;

    private readonly LeanRow _row = new(bars);
    private readonly BarOrder _order = new(symbol.Symbol, timeframe);
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _next;
    private LeanPart? _part;
    private LeanTable? _table;
    private byte[] _content = [];
    private long _rows;
    private long _skipped;
    private LeanDrops.Drops _dropped;
    private LeanQuotes? _quotes;
    private byte[]? _quoteBuffer;

    /// <inheritdoc/>
    public int Read(BarSeries target, int count)
    {
        int read = 0;
        while (read < count && (_table is not null || OpenNext()))
        {
            if (!_table!.TryRead(out ReadOnlySpan<byte> line))
                Close();
            else if (!line.IsEmpty && Take(line, target))
                read++;
        }

        return read;
    }

    public void Dispose()
    {
        _table?.Dispose();
        _quotes?.Dispose();
    }

    private bool OpenNext()
    {
        if (_next == symbol.Parts.Count)
            return false;
        _part = symbol.Parts[_next++];
        _content = LeanFiles.ReadWhole(_part.Path);
        _table = new LeanTable(_part, _content, _buffer);
        if (_part.Quotes is { } quotes)
            _quotes = new LeanQuotes(quotes, bars, _quoteBuffer ??= new byte[BufferSize], files);
        return true;
    }

    private void Close()
    {
        _table!.Dispose();
        _table = null;
        _quotes?.Dispose();
        _quotes = null;
        files.Add(_part!.Path, _content, _rows, _skipped);
        drops.Add(_part.Path, symbol.Symbol, _dropped);
        _dropped = default;
        _rows = 0;
        _skipped = 0;
        errors.ThrowIfAny();
    }

    /// <summary>Appends the bar of a row, if the row is valid and requested.</summary>
    private bool Take(ReadOnlySpan<byte> line, BarSeries target)
    {
        RowProblem? problem = Read(line, out long local, out BarTime time, out BarPrices prices, out bool isWanted);
        if (problem is null && isWanted)
        {
            target.Append(time.Start, time.End, prices.Open, prices.High, prices.Low, prices.Close, prices.Volume, time.Day);
            if (target.Bid is not null)
                Quote(target, local);
            _order.Pass(time);
            _rows++;
            return true;
        }

        if (problem is not null && errors.Skip(problem, _part!.Path, _table!.Line))
            _skipped++;
        return false;
    }

    private void Quote(BarSeries target, long local)
    {
        (QuotePrices bid, QuotePrices ask) = _row.Quotes;
        if (!bars.AreQuotes)
        {
            if (_quotes is null)
                return;
            _quotes.Find(local, out bid, out ask);
        }

        target.Quote(bid, ask);
    }

    private RowProblem? Read(ReadOnlySpan<byte> line, out long local, out BarTime time, out BarPrices prices, out bool isWanted)
    {
        time = default;
        prices = default;
        isWanted = false;
        LeanFields fields = new(line);
        if (!LeanRow.TryTakeTime(ref fields, _part!.Date, out local))
            return _row.FindProblem(line, hasTime: false, prices);
        time = symbol.Placement.Place(symbol.Zone.ToUtc(local), local);
        if (time.Day < _part.Ticker.FirstDay || time.Day > _part.Ticker.LastDay)
            return null;
        if (symbol.Placement.Check(time) is { } impossible)
        {
            if (impossible.IsOfWholeFile)
                return impossible;
            log?.Add(impossible, new SourcePosition(_part.Path, _table!.Line));
            _dropped = _dropped with { Closed = _dropped.Closed.With(time.Day) };
            return null;
        }

        isWanted = symbol.Placement.IsWanted(time);
        if (!isWanted)
        {
            _dropped = _dropped with { Outside = _dropped.Outside.With(time.Day) };
            return null;
        }

        return _row.TryTakePrices(ref fields, out prices) && prices.AreSound
            ? _order.Check(time)
            : _row.FindProblem(line, hasTime: true, prices);
    }
}
