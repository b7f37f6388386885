using Backtest.Abstractions.Runtime;
using ParquetSharp;

namespace Backtest.Benchmarks;

/// <summary>A reader for a single file of bars with known columns: it holds one row group at a time, and verifies the pages as a run does.</summary>
internal static class ParquetLoop
{
    public static (int Count, double LastClose) Read(string path)
    {
        using ReaderProperties properties = ReaderProperties.GetDefaultReaderProperties();
        properties.EnablePageChecksumVerification();
        using var file = new ParquetFileReader(path, properties);
        var target = new BarSeries(new Instrument { Symbol = "S000" }, Timeframe.Minute, 0, hasVolume: true);
        for (int i = 0; i < file.FileMetaData.NumRowGroups; i++)
        {
            using RowGroupReader group = file.RowGroup(i);
            int rows = (int)group.MetaData.NumRows;
            long[] start = Column<long>(group, 0, rows);
            long[] end = Column<long>(group, 1, rows);
            int[] day = Column<int>(group, 2, rows);
            double[] open = Column<double>(group, 3, rows);
            double[] high = Column<double>(group, 4, rows);
            double[] low = Column<double>(group, 5, rows);
            double[] close = Column<double>(group, 6, rows);
            double[] volume = Volumes(group, rows);
            for (int row = 0; row < rows; row++)
                target.Append(Ticks(start[row]), Ticks(end[row]), open[row], high[row], low[row], close[row], volume[row], day[row] + 719_162);
        }

        return (target.Count, target.Close[target.Count - 1]);
    }

    public static long Write(string path, BarSeries bars)
    {
        int rows = bars.Count;
        using var file = new ParquetFileWriter(
            path,
            [
                new Column<long>("start_time"), new Column<long>("end_time"), new Column<int>("day"), new Column<double>("open"),
                new Column<double>("high"), new Column<double>("low"), new Column<double>("close"), new Column<double>("volume"),
            ],
            Compression.Uncompressed);
        using (RowGroupWriter group = file.AppendRowGroup())
        {
            foreach (long[] times in new[] { bars.Start, bars.End })
            {
                using var column = (ColumnWriter<long>)group.NextColumn();
                column.WriteBatch(times.AsSpan(0, rows));
            }

            using (var column = (ColumnWriter<int>)group.NextColumn())
                column.WriteBatch(bars.Day.AsSpan(0, rows));
            foreach (double[] values in new[] { bars.Open, bars.High, bars.Low, bars.Close, bars.Volume })
            {
                using var column = (ColumnWriter<double>)group.NextColumn();
                column.WriteBatch(values.AsSpan(0, rows));
            }
        }

        file.Close();
        return rows;
    }

    private static long Ticks(long microseconds) => (microseconds * 10) + DateTime.UnixEpoch.Ticks;

    private static T[] Column<T>(RowGroupReader group, int field, int rows)
        where T : unmanaged
    {
        var values = new T[rows];
        using var column = (ColumnReader<T>)group.Column(field);
        for (int read = 0; read < rows;)
        {
            column.ReadBatch(rows - read, values.AsSpan(read), out long found);
            read += (int)found;
        }

        return values;
    }

    private static double[] Volumes(RowGroupReader group, int rows)
    {
        var values = new double[rows];
        var levels = new short[rows];
        using var column = (ColumnReader<double>)group.Column(7);
        for (int read = 0; read < rows;)
            read += (int)column.ReadBatch(rows - read, levels.AsSpan(read), [], values.AsSpan(read), out _);
        return values;
    }
}
