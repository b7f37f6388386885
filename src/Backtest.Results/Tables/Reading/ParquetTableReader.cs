using System.Runtime.InteropServices;
using ParquetSharp;

namespace Backtest.Results;

/// <summary>Reads Parquet tables in the format of <see cref="ParquetTableWriter"/>, with columns in any order, required or not.</summary>
internal static class ParquetTableReader
{
    private const int BatchSize = 1 << 12;

    /// <summary>The names of the columns.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Header(string path)
    {
        try
        {
            using var file = new ParquetFileReader(path);
            SchemaDescriptor schema = file.FileMetaData.Schema;
            return [.. Enumerable.Range(0, schema.NumColumns).Select(column => schema.Column(column).Name)];
        }
        catch (Exception exception) when (exception is ParquetException or IOException or UnauthorizedAccessException or OverflowException)
        {
            throw TableErrors.Unreadable(path, exception);
        }
    }

    /// <summary>Reads columns.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InputException">The file cannot be read, a column is missing, or a column has another type.</exception>
    public static int Read(string path, IReadOnlyList<ReadColumn> columns)
    {
        try
        {
            using var file = new ParquetFileReader(path);
            SchemaDescriptor schema = file.FileMetaData.Schema;
            int[] places = [.. columns.Select(column => Find(schema, column.Schema.Name) ?? throw TableErrors.Missing(path, column.Schema.Name))];
            int rows = 0;
            for (int i = 0; i < file.FileMetaData.NumRowGroups; i++)
            {
                using RowGroupReader group = file.RowGroup(i);
                rows += checked((int)group.MetaData.NumRows);
                for (int c = 0; c < columns.Count; c++)
                {
                    using ColumnReader reader = group.Column(places[c]);
                    Read(reader, columns[c], path);
                }
            }

            return rows;
        }
        catch (Exception exception) when (exception is ParquetException or IOException or UnauthorizedAccessException or OverflowException)
        {
            throw TableErrors.Unreadable(path, exception);
        }
    }

    private static int? Find(SchemaDescriptor schema, string name)
    {
        for (int i = 0; i < schema.NumColumns; i++)
        {
            if (schema.Column(i).Name == name)
                return i;
        }

        return null;
    }

    private static void Read(ColumnReader reader, ReadColumn column, string path)
    {
        switch (column.Schema.Type, reader)
        {
            case (ColumnType.Text, ColumnReader<ByteArray> texts):
                var known = new Dictionary<string, string>(StringComparer.Ordinal); // texts repeat
                ReadAll(texts, text => column.Texts.Add(Kept(known, Marshal.PtrToStringUTF8(text.Pointer, text.Length))), () => column.Texts.Add(null));
                break;
            case (ColumnType.Time, ColumnReader<long> times):
                (long multiple, long divisor) = TicksOf(reader.ColumnDescriptor);
                ReadAll(times, time => column.Integers.Add(DateTime.UnixEpoch.Ticks + (time * multiple / divisor)), () => column.Integers.Add(null));
                break;
            case (ColumnType.Integer, ColumnReader<long> integers):
                ReadAll(integers, integer => column.Integers.Add(integer), () => column.Integers.Add(null));
                break;
            case (ColumnType.Integer, ColumnReader<int> integers):
                ReadAll(integers, integer => column.Integers.Add(integer), () => column.Integers.Add(null));
                break;
            case (ColumnType.Real or ColumnType.Money, ColumnReader<double> numbers):
                ReadAll(numbers, column.Reals.Add, () => column.Reals.Add(double.NaN));
                break;
            default:
                throw TableErrors.Wrong(path, column.Schema.Name, 0, $"values of the type {reader.Type}", $"values that hold a {column.Schema.Type}");
        }
    }

    private static string Kept(Dictionary<string, string> known, string text)
    {
        if (known.TryGetValue(text, out string? kept))
            return kept;
        known.Add(text, text);
        return text;
    }

    /// <summary>The unit of a column of times in ticks, as a fraction.</summary>
    private static (long Multiple, long Divisor) TicksOf(ColumnDescriptor column)
    {
        using LogicalType type = column.LogicalType;
        return (type as TimestampLogicalType)?.TimeUnit switch
        {
            TimeUnit.Millis => (TimeSpan.TicksPerMillisecond, 1),
            TimeUnit.Nanos => (1, TimeSpan.NanosecondsPerTick),
            _ => (TimeSpan.TicksPerMicrosecond, 1),
        };
    }

    private static void ReadAll<T>(ColumnReader<T> reader, Action<T> add, Action addNothing)
        where T : unmanaged
    {
        short full = reader.ColumnDescriptor.MaxDefinitionLevel;
        var levels = new short[full > 0 ? BatchSize : 0];
        var values = new T[BatchSize];
        while (reader.HasNext)
        {
            long rows = reader.ReadBatch(BatchSize, levels, [], values, out long present);
            int next = 0;
            for (int row = 0; row < (full > 0 ? rows : present); row++)
            {
                if (full > 0 && levels[row] < full)
                    addNothing();
                else
                    add(values[next++]);
            }
        }
    }
}
