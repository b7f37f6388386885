using System.Globalization;
using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Benchmarks;

/// <summary>Reads a file of daily bars.</summary>
public sealed class ReadingRun
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"bars-{Environment.ProcessId}.csv");

    /// <summary>Writes the file.</summary>
    public ReadingRun(PreloadedBars bars)
    {
        BarSeries series = bars.Columns[0];
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int row = 0; row < series.Count; row++)
        {
            var start = new DateTime(series.Start[row], DateTimeKind.Utc);
            text.Append(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd},{series.Open[row]:F4},{series.High[row]:F4},")
                .Append(CultureInfo.InvariantCulture, $"{series.Low[row]:F4},{series.Close[row]:F4},{series.Volume[row]:F0}\n");
        }

        File.WriteAllText(_path, text.ToString());
        Rows = series.Count;
    }

    /// <summary>The number of rows in the file.</summary>
    public int Rows { get; }

    private BarSourceOptions.Csv Options => new() { Path = _path, Symbols = ["S000"], Timeframe = Timeframe.Day };

    /// <summary>Reads with the parser written for this one format, and returns the number of bars and the last close.</summary>
    public (int Count, double LastClose) Fused() => CsvLoop.Read(_path);

    /// <summary>Reads as a run does, and returns the number of bars and the last close.</summary>
    public (int Count, double LastClose) Engine()
    {
        using IBarSource source = new BarSources().Open([Options]);
        var series = new BarSeries(new Instrument { Symbol = "S000" }, Timeframe.Day, 0, hasVolume: true);
        using IBarReader reader = source.Open(source.Series[0]);
        while (reader.Read(series, 1 << 16) > 0)
            continue;
        return (series.Count, series.Close[series.Count - 1]);
    }

    /// <summary>Reads with the parser written for this one format, writes one row group, and returns the number of bars.</summary>
    public long FusedImport()
    {
        string file = Path.GetTempFileName();
        long count = ParquetLoop.Write(file, CsvLoop.Parse(_path));
        File.Delete(file);
        return count;
    }

    /// <summary>Imports to a new catalog, and returns the number of bars.</summary>
    public long Import()
    {
        string folder = Directory.CreateTempSubdirectory("backtest-catalog-").FullName;
        long count = CatalogRun.Import(folder, Options);
        Directory.Delete(folder, recursive: true);
        return count;
    }

    /// <summary>Deletes the file.</summary>
    public void DeleteFile() => File.Delete(_path);
}
