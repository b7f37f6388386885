using Backtest.Abstractions.Runtime;
using ParquetSharp;

namespace Backtest.Data.Catalog;

/// <summary>Reads one file of bars, a few rows of each column at a time.</summary>
internal sealed class BarFileReader : IDisposable
{
    private const int BufferSize = 1 << 14;

    private readonly string _path;
    private readonly ParquetFileReader _file;
    private readonly int[] _fields;
    private readonly BarColumnReaders _columns;
    private RowGroupReader? _group;
    private int _nextGroup;
    private long _rowsLeft;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasVolume">Whether to read volumes; they are zeros otherwise.</param>
    /// <param name="hasQuotes">Whether to read bid and ask.</param>
    /// <param name="mostRows">The maximum number of rows requested at once.</param>
    /// <param name="isWhole">Whether that is the whole file; each column is then read from the disk at once.</param>
    /// <exception cref="InputException">The file is missing or is not a file of bars.</exception>
    public BarFileReader(string path, bool hasVolume, bool hasQuotes, int mostRows, bool isWhole)
    {
        _path = path;
        _columns = new BarColumnReaders(path, hasVolume, hasQuotes, mostRows);
        try
        {
            using ReaderProperties properties = ReaderProperties.GetDefaultReaderProperties();
            if (!isWhole)
            {
                properties.EnableBufferedStream();
                properties.BufferSize = BufferSize;
            }

            properties.EnablePageChecksumVerification();
            _file = new ParquetFileReader(path, properties);
            if (_file.FileMetaData.KeyValueMetadata.TryGetValue(BarFileLayout.FormatKey, out string? format) && int.TryParse(format, out int number))
                CatalogErrors.ThrowIfNewer(path, number);
            _fields = BarFileLayout.Find(_file.FileMetaData.Schema, path, hasQuotes);
        }
        catch (Exception exception)
        {
            _file?.Dispose();
            if (IsDamage(exception))
                throw Damaged(exception);
            throw;
        }
    }

    /// <summary>The number of rows before a trading day. Call it before reading rows.</summary>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    /// <exception cref="InputException">The file is damaged.</exception>
    public long RowsBefore(int day)
    {
        try
        {
            long before = 0;
            for (int i = 0; i < _file.FileMetaData.NumRowGroups; i++)
            {
                using RowGroupReader group = _file.RowGroup(i);
                if (LastDay(group) is not { } last || last >= day)
                    return before + RowsBefore(day, group);
                before += group.MetaData.NumRows;
            }

            return before;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <summary>Skips rows; does not read whole row groups that are skipped.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public void Skip(long rows)
    {
        try
        {
            while (rows > 0 && NextGroup())
            {
                long here = Math.Min(rows, _rowsLeft);
                if (here < _rowsLeft)
                    _columns.Skip(here);
                _rowsLeft -= here;
                rows -= here;
            }
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <summary>Reads the next rows into the first rows of a series, overwriting them; the series must have room for them.</summary>
    /// <returns>The number of rows read: fewer than requested at the end of a row group, 0 at the end of the file.</returns>
    /// <exception cref="InputException">The file is damaged.</exception>
    public int Read(BarSeries target, int count)
    {
        try
        {
            if (!NextGroup())
                return 0;
            int rows = (int)Math.Min(count, _rowsLeft);
            _columns.Read(target, rows);
            _rowsLeft -= rows;
            return rows;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseGroup();
        _file.Dispose();
    }

    private static bool IsDamage(Exception exception) =>
        exception is ParquetException or IOException or InvalidCastException or OverflowException;

    private InputException Damaged(Exception exception) => File.Exists(_path)
        ? CatalogErrors.Damaged(_path, $"the file cannot be read: {exception.Message}")
        : CatalogErrors.MissingFile(_path);

    /// <summary>Moves to the next row group that has rows when the current one is used up.</summary>
    private bool NextGroup()
    {
        while (_rowsLeft == 0)
        {
            CloseGroup();
            if (_nextGroup == _file.FileMetaData.NumRowGroups)
                return false;
            _group = _file.RowGroup(_nextGroup++);
            _rowsLeft = _group.MetaData.NumRows;
            _columns.Open(_group, _fields);
        }

        return true;
    }

    private void CloseGroup()
    {
        _columns.Close();
        _group?.Dispose();
        _group = null;
    }

    private long RowsBefore(int day, RowGroupReader group)
    {
        using var column = (ColumnReader<int>)group.Column(_fields[2]);
        int[] days = new int[BufferSize];
        long before = 0;
        while (column.HasNext)
        {
            column.ReadBatch(days.Length, days, out long found);
            int wanted = day - BarFileLayout.FirstDay;
            int here = days.AsSpan(0, BarColumnReaders.Some(found, _path)).IndexOfAnyInRange(wanted, int.MaxValue);
            if (here >= 0)
                return before + here;
            before += found;
        }

        return before;
    }

    private int? LastDay(RowGroupReader group)
    {
        using ColumnChunkMetaData column = group.MetaData.GetColumnChunkMetaData(_fields[2]);
        using Statistics? statistics = column.Statistics;
        return statistics is Statistics<int> { HasMinMax: true } days ? days.Max + BarFileLayout.FirstDay : null;
    }
}
