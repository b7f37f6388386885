using Backtest.Results;
using ParquetSharp;

namespace Backtest.Research;

/// <summary>Writes <c>returns.parquet</c>: the total's return on each trading day of each complete trial, trial by trial.</summary>
internal static class ReturnsTable
{
    private const int RowsPerGroup = 1 << 18;

    /// <summary>Writes the table atomically.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trials">The location of each trial's returns, by number.</param>
    public static void Write(string path, IEnumerable<(int Number, StoredReturns Returns)> trials) => WholeFile.Write(path, draft =>
    {
        using WriterProperties properties = Properties();
        using ParquetFileWriter file = new(draft, [new Column<int>("trial"), new Column<Date>("day"), new Column<double>("return")], properties);
        using var reader = new ReturnsReader();
        var rows = new Rows(reader);
        foreach ((int number, StoredReturns returns) in trials)
        {
            rows.Add(number, returns);
            if (rows.Count >= RowsPerGroup)
                rows.Flush(file);
        }

        if (rows.Count > 0)
            rows.Flush(file);
        file.Close();
    });

    private static int Epoch { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    // Numbers and days increase in small steps; returns rarely repeat and do not compress.
    private static WriterProperties Properties()
    {
        using var builder = new WriterPropertiesBuilder();
        return builder.Compression(Compression.Uncompressed).DisableDictionary()
            .Encoding("trial", Encoding.DeltaBinaryPacked).Encoding("day", Encoding.DeltaBinaryPacked).Build();
    }

    /// <summary>The rows of a row group; its columns are reused for the next.</summary>
    private sealed class Rows(ReturnsReader reader)
    {
        private int[] _trials = [];
        private int[] _days = [];
        private double[] _returns = [];

        public int Count { get; private set; }

        public void Add(int number, StoredReturns stored)
        {
            int end = Count + stored.Count;
            if (_trials.Length < end)
            {
                int capacity = Math.Max(end, 2 * _trials.Length);
                Array.Resize(ref _trials, capacity);
                Array.Resize(ref _days, capacity);
                Array.Resize(ref _returns, capacity);
            }

            Span<int> days = _days.AsSpan(Count, stored.Count);
            reader.Read(stored, days, _returns.AsSpan(Count, stored.Count));
            foreach (ref int day in days)
                day -= Epoch;
            _trials.AsSpan(Count, stored.Count).Fill(number);
            Count = end;
        }

        public void Flush(ParquetFileWriter file)
        {
            using RowGroupWriter group = file.AppendRowGroup();
            using (var column = (ColumnWriter<int>)group.NextColumn())
                column.WriteBatch(_trials.AsSpan(0, Count));
            using (var column = (ColumnWriter<int>)group.NextColumn())
                column.WriteBatch(_days.AsSpan(0, Count));
            using (var column = (ColumnWriter<double>)group.NextColumn())
                column.WriteBatch(_returns.AsSpan(0, Count));
            Count = 0;
        }
    }
}
