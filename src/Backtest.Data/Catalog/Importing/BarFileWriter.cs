using System.Globalization;
using Backtest.Abstractions.Runtime;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Writes one file of bars, a row group at a time.</summary>
internal sealed class BarFileWriter : IDisposable
{
    private const int RowsPerPage = 2048;

    private readonly string _path;
    private readonly bool _hasVolume;
    private readonly bool _hasQuotes;
    private readonly HashedFileStream _stream;
    private readonly ManagedOutputStream _output;
    private readonly ParquetFileWriter _file;
    private long _rows;
    private int _firstDay;
    private int _lastDay;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file, which does not exist yet.</param>
    /// <param name="series">The series of the bars.</param>
    public BarFileWriter(string path, SourceSeries series)
    {
        _path = path;
        _hasVolume = series.HasVolume;
        _hasQuotes = series.HasQuotes;
        using GroupNode schema = BarFileLayout.Schema(_hasQuotes);
        using WriterProperties properties = BarFileLayout.Properties(RowsPerPage);
        var metadata = new Dictionary<string, string>
        {
            [BarFileLayout.FormatKey] = CatalogLayout.Format.ToString(CultureInfo.InvariantCulture),
            ["backtest.symbol"] = series.Symbol,
            ["backtest.timeframe"] = series.Timeframe.ToString(),
            ["backtest.calendar"] = series.Calendar.Name,
        };
        _stream = new HashedFileStream(path);
        _output = new ManagedOutputStream(_stream);
        _file = Guard(() => new ParquetFileWriter(_output, schema, properties, metadata));
    }

    /// <summary>Writes rows as a row group.</summary>
    /// <exception cref="InputException">The file cannot be written, or a time is finer than the file's resolution.</exception>
    public void Write(BarSeries bars, int from, int count)
    {
        if (_rows == 0)
            _firstDay = bars.Day[from];
        _lastDay = bars.Day[from + count - 1];
        _rows += count;
        Guard(() =>
        {
            using RowGroupWriter group = _file.AppendRowGroup();
            Write(group, ToMicroseconds(bars.Start.AsSpan(from, count), bars.Instrument.Symbol));
            Write(group, ToMicroseconds(bars.End.AsSpan(from, count), bars.Instrument.Symbol));
            Write(group, ToDays(bars.Day.AsSpan(from, count)));
            Write<double>(group, bars.Open.AsSpan(from, count));
            Write<double>(group, bars.High.AsSpan(from, count));
            Write<double>(group, bars.Low.AsSpan(from, count));
            Write<double>(group, bars.Close.AsSpan(from, count));
            WriteVolume(group, bars.Volume.AsSpan(from, count));
            if (_hasQuotes)
            {
                Write(group, bars.Bid!, from, count);
                Write(group, bars.Ask!, from, count);
            }

            return true;
        });
    }

    /// <summary>Completes the file; it is not valid before.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public CatalogFile Complete()
    {
        string hash = Guard(() =>
        {
            _file.Close();
            return _stream.Complete();
        });
        return new CatalogFile(
            Path.GetFileName(_path), hash, _stream.Length, _rows, DateOnly.FromDayNumber(_firstDay), DateOnly.FromDayNumber(_lastDay));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (ParquetException) when (_stream.Failure is not null)
        {
            // It tries to write the end of the file, and fails.
        }

        _output.Dispose();
        _stream.Dispose();
    }

    private static void Write<T>(RowGroupWriter group, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using var column = (ColumnWriter<T>)group.NextColumn();
        column.WriteBatch(values);
    }

    private static void Write(RowGroupWriter group, QuoteColumns quotes, int from, int count)
    {
        Write<double>(group, quotes.Open.AsSpan(from, count));
        Write<double>(group, quotes.High.AsSpan(from, count));
        Write<double>(group, quotes.Low.AsSpan(from, count));
        Write<double>(group, quotes.Close.AsSpan(from, count));
    }

    private void WriteVolume(RowGroupWriter group, ReadOnlySpan<double> values)
    {
        short[] levels = new short[values.Length];
        if (_hasVolume)
            Array.Fill(levels, (short)1);
        using var column = (ColumnWriter<double>)group.NextColumn();
        column.WriteBatch(values.Length, levels, [], _hasVolume ? values : []);
    }

    private static ReadOnlySpan<long> ToMicroseconds(ReadOnlySpan<long> ticks, string symbol)
    {
        long[] times = new long[ticks.Length];
        for (int i = 0; i < times.Length; i++)
        {
            (long time, long rest) = Math.DivRem(ticks[i] - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond);
            if (rest != 0)
            {
                throw new InputException(new InputError(
                    "bad_time", string.Create(CultureInfo.InvariantCulture, $"a bar of {symbol} is stamped {new DateTime(ticks[i]):O}, but a catalog stores times to the microsecond."))
                {
                    Fix = "Use times in whole microseconds.",
                });
            }

            times[i] = time;
        }

        return times;
    }

    private static ReadOnlySpan<int> ToDays(ReadOnlySpan<int> dayNumbers)
    {
        int[] days = new int[dayNumbers.Length];
        for (int i = 0; i < days.Length; i++)
            days[i] = dayNumbers[i] - BarFileLayout.FirstDay;
        return days;
    }

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is ParquetException or IOException)
        {
            throw CatalogErrors.Unwritable(_path, _stream.Failure ?? exception);
        }
    }
}
