using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>Reads the files of one symbol one after the other, a block of bars at a time.</summary>
/// <param name="files">The files, by their first bars; none names symbols.</param>
/// <param name="reader">Opens them.</param>
/// <param name="findErrors">Makes a row error, with the other errors of the source.</param>
/// <param name="records">Takes what each file holds.</param>
/// <param name="newErrors">Makes what takes the invalid rows of a file.</param>
internal sealed class CsvCursor(
    IReadOnlyList<CsvHead> files, CsvFileReader reader, CsvRecords records, Func<RowErrors> newErrors, Action findErrors) : IDisposable
{
    private RowErrors _errors = newErrors();
    private CsvReading? _reading;
    private SymbolRows? _rows;
    private SymbolRows? _before;
    private long _lastStart = long.MinValue;
    private int _next;

    /// <summary>The files that were begun.</summary>
    public List<SymbolRows> Begun { get; } = [];

    /// <summary>Reads the next bars.</summary>
    /// <param name="rows">About how many rows are read for them.</param>
    /// <returns>The bars, until the next are read; <see langword="null"/>: there are no more.</returns>
    /// <exception cref="InputException">A file is wrong, or begins before the one before it ends.</exception>
    public BarSeries? Next(int rows)
    {
        while (_reading is not null || OpenNext())
        {
            _rows!.Bars.Advance();
            bool isMore = _reading!.Read(rows);
            if (_errors.HasAny)
                findErrors();
            _errors.ThrowIfAny();
            if (!isMore)
                Close();
            if (_rows.Bars.Count > 0)
                return Follow(_rows);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _reading?.Dispose();

    private bool OpenNext()
    {
        if (_next == files.Count)
            return false;
        _errors = newErrors();
        _reading = reader.Open(files[_next++], _errors)!;
        _rows = _reading.Rows.Wanted[0];
        Begun.Add(_rows);
        return true;
    }

    private void Close()
    {
        records.Add(_reading!.Result!, [.. _errors.Warnings()]);
        _reading.Dispose();
        _reading = null;
    }

    private BarSeries Follow(SymbolRows rows)
    {
        BarSeries bars = rows.Bars;
        if (_before is { } before && before != rows && bars.Start[0] <= _lastStart)
            throw new InputException(SymbolMerge.Overlap(rows, before.Path, before.LastDay));
        _before = rows;
        _lastStart = bars.Start[bars.Count - 1];
        return bars;
    }
}
