using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>Reads the files of one symbol one after the other, a block of bars at a time.</summary>
/// <param name="files">The files, by their first bars; none of them names symbols.</param>
/// <param name="reader">Opens the files.</param>
/// <param name="findErrors">Throws an error of a row together with the other errors of the source.</param>
/// <param name="records">Receives what each file contains.</param>
/// <param name="newErrors">Creates the collector of a file's invalid rows.</param>
internal sealed class CsvCursor(
    IReadOnlyList<CsvHead> files, CsvFileReader reader, CsvRecords records, Func<RowErrors> newErrors, Action findErrors) : IDisposable
{
    private RowErrors _errors = newErrors();
    private CsvReading? _reading;
    private SymbolRows? _rows;
    private SymbolRows? _before;
    private long _lastStart = long.MinValue;
    private int _next;

    /// <summary>The files read so far, including the current one.</summary>
    public List<SymbolRows> Begun { get; } = [];

    /// <summary>Reads the next bars.</summary>
    /// <param name="rows">The approximate number of rows to read for them.</param>
    /// <returns>The bars, valid until the next call, or <see langword="null"/> if there are no more.</returns>
    /// <exception cref="InputException">A file is invalid, or begins before the previous one ends.</exception>
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
