using ParquetSharp;

namespace Backtest.Research;

/// <summary>Writes <c>returns.parquet</c>: of each complete trial the total's return on each trading day, trial by trial.</summary>
internal static class ReturnsTable
{
    private const int RowsPerGroup = 1 << 20;

    /// <summary>Writes the table. It is there whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trials">Where the returns of each trial are, by number.</param>
    public static void Write(string path, IEnumerable<(int Number, StoredReturns Returns)> trials)
    {
        string temporary = $"{path}.tmp";
        using (WriterProperties properties = Properties())
        using (ParquetFileWriter file = new(temporary, [new Column<int>("trial"), new Column<Date>("day"), new Column<double>("return")], properties))
        {
            var group = new List<(int, StoredReturns)>();
            int rows = 0;
            foreach ((int number, StoredReturns returns) in trials)
            {
                group.Add((number, returns));
                rows += returns.Count;
                if (rows < RowsPerGroup)
                    continue;
                Write(file, group, rows);
                group.Clear();
                rows = 0;
            }

            if (rows > 0)
                Write(file, group, rows);
            file.Close();
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static void Write(ParquetFileWriter file, List<(int Number, StoredReturns Returns)> trials, int rows)
    {
        int[] numbers = new int[rows];
        var days = new Date[rows];
        double[] values = new double[rows];
        int row = 0;
        foreach ((int number, StoredReturns stored) in trials)
        {
            (int[] storedDays, double[] returns) = stored.Read();
            numbers.AsSpan(row, stored.Count).Fill(number);
            returns.CopyTo(values, row);
            foreach (int day in storedDays)
                days[row++] = new Date(day - Epoch);
        }

        using RowGroupWriter group = file.AppendRowGroup();
        using (LogicalColumnWriter<int> column = group.NextColumn().LogicalWriter<int>())
            column.WriteBatch(numbers);
        using (LogicalColumnWriter<Date> column = group.NextColumn().LogicalWriter<Date>())
            column.WriteBatch(days);
        using (LogicalColumnWriter<double> column = group.NextColumn().LogicalWriter<double>())
            column.WriteBatch(values);
    }

    private static int Epoch { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    // Numbers and days go up in small steps; returns seldom repeat, and do not compress.
    private static WriterProperties Properties()
    {
        using var builder = new WriterPropertiesBuilder();
        return builder.Compression(Compression.Uncompressed).DisableDictionary()
            .Encoding("trial", Encoding.DeltaBinaryPacked).Encoding("day", Encoding.DeltaBinaryPacked).Build();
    }
}
