using Backtest.Abstractions.Runtime;
using ParquetSharp;

namespace Backtest.Data.Catalog;

/// <summary>Reads the columns of bars, one row group after the other.</summary>
/// <param name="path">The file.</param>
/// <param name="hasVolume">Whether to read volumes; they are zeros otherwise.</param>
/// <param name="hasQuotes">Whether to read bid and ask.</param>
/// <param name="mostRows">The maximum number of rows read at once.</param>
internal sealed class BarColumnReaders(string path, bool hasVolume, bool hasQuotes, int mostRows)
{
    private readonly short[] _levels = new short[hasVolume ? mostRows : 0];
    private readonly ColumnReader?[] _columns = new ColumnReader?[BarFileLayout.Names(hasQuotes).Count];

    /// <summary>Opens a row group.</summary>
    /// <param name="group">The row group.</param>
    /// <param name="fields">The field of the row group that holds each column.</param>
    public void Open(RowGroupReader group, int[] fields)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            if (i != BarFileLayout.VolumeColumn || hasVolume)
                _columns[i] = group.Column(fields[i]);
        }
    }

    /// <summary>Skips rows.</summary>
    public void Skip(long rows) => Array.ForEach(_columns, column => column?.Skip(rows));

    /// <summary>Closes the row group.</summary>
    public void Close()
    {
        Array.ForEach(_columns, column => column?.Dispose());
        Array.Clear(_columns);
    }

    /// <summary>Reads rows into the first rows of a series, overwriting them; the series must have room for them.</summary>
    /// <exception cref="InputException">A column has too few values.</exception>
    public void Read(BarSeries target, int rows)
    {
        ReadValues(0, target.Start, rows);
        ReadValues(1, target.End, rows);
        ReadValues(2, target.Day, rows);
        ReadValues(3, target.Open, rows);
        ReadValues(4, target.High, rows);
        ReadValues(5, target.Low, rows);
        ReadValues(6, target.Close, rows);
        if (hasVolume)
            ReadVolumes(target.Volume, rows);
        if (hasQuotes)
        {
            ReadQuotes(BarFileLayout.VolumeColumn + 1, target.Bid!, rows);
            ReadQuotes(BarFileLayout.VolumeColumn + 5, target.Ask!, rows);
        }

        ToTicks(target.Start.AsSpan(0, rows));
        ToTicks(target.End.AsSpan(0, rows));
        foreach (ref int day in target.Day.AsSpan(0, rows))
            day += BarFileLayout.FirstDay;
    }

    /// <summary>The number of values found, which must be above zero because rows remain.</summary>
    /// <exception cref="InputException">No values were found.</exception>
    public static int Some(long found, string path) =>
        found > 0 ? (int)found : throw CatalogErrors.Damaged(path, "a column has fewer values than the file has rows.");

    private static void ToTicks(Span<long> times)
    {
        foreach (ref long time in times)
            time = time * TimeSpan.TicksPerMicrosecond + DateTime.UnixEpoch.Ticks;
    }

    private void ReadValues<T>(int column, T[] values, int rows)
        where T : unmanaged
    {
        var reader = (ColumnReader<T>)_columns[column]!;
        for (int read = 0; read < rows;)
        {
            reader.ReadBatch(rows - read, values.AsSpan(read, rows - read), out long found);
            read += Some(found, path);
        }
    }

    private void ReadQuotes(int column, QuoteColumns quotes, int rows)
    {
        ReadValues(column, quotes.Open, rows);
        ReadValues(column + 1, quotes.High, rows);
        ReadValues(column + 2, quotes.Low, rows);
        ReadValues(column + 3, quotes.Close, rows);
    }

    private void ReadVolumes(double[] values, int rows)
    {
        var reader = (ColumnReader<double>)_columns[BarFileLayout.VolumeColumn]!;
        for (int read = 0; read < rows;)
        {
            long found = reader.ReadBatch(rows - read, _levels.AsSpan(read), [], values.AsSpan(read, rows - read), out long present);
            if (present != found)
                throw CatalogErrors.Damaged(path, "a volume is missing, but the series has volumes.");
            read += Some(found, path);
        }
    }
}
