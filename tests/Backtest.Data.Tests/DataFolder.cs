using System.Globalization;
using System.IO.Compression;
using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Tests;

/// <summary>A folder of data files for one test, and what a source reads from them.</summary>
public sealed class DataFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("backtest-data-").FullName.Replace('\\', '/');

    public DataFolder File(string name, params string[] lines) => Raw(name, string.Join('\n', lines) + "\n");

    public DataFolder Raw(string name, string text, Encoding? encoding = null)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public DataFolder Gzip(string name, params string[] lines)
    {
        using var stream = new GZipStream(System.IO.File.Create(Path.Combine(Root, name)), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return this;
    }

    public DataFolder Zip(string name, params (string Name, string[] Lines)[] entries)
    {
        using ZipArchive archive = ZipFile.Open(Path.Combine(Root, name), ZipArchiveMode.Create);
        foreach ((string entry, string[] lines) in entries)
        {
            using Stream stream = archive.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        }

        return this;
    }

    /// <summary>Damages a file: truncates it, or changes one of its bytes.</summary>
    public DataFolder Damage(string name, Func<byte[], byte[]> damage)
    {
        string path = Path.Combine(Root, name);
        System.IO.File.WriteAllBytes(path, damage(System.IO.File.ReadAllBytes(path)));
        return this;
    }

    public BarSourceOptions.Csv Options(string path, params string[] symbols) =>
        new() { Path = path, BaseDirectory = Root, Symbols = symbols };

    public IBarSource Open(string path, params string[] symbols) => Open(Options(path, symbols));

    public static IBarSource Open(params BarSourceOptions[] sources) =>
        new BarSources().Open(sources, TestContext.Current.CancellationToken);

    public static string[] Symbols(IBarSource source) => [.. source.Series.Select(series => series.Symbol)];

    public static SourceSeries Series(IBarSource source, string symbol) => source.Series.Single(series => series.Symbol == symbol);

    public static BarSeries Bars(IBarSource source, string? symbol = null, int block = 3) =>
        Bars(source, symbol is null ? Assert.Single(source.Series) : Series(source, symbol), block);

    public static BarSeries Bars(IBarSource source, SourceSeries series, int block = 3)
    {
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
        using IBarReader reader = source.Open(series);
        while (reader.Read(bars, block) > 0)
        {
        }

        Assert.Equal(series.Bars ?? bars.Count, bars.Count);
        return bars;
    }

    /// <summary>The errors of a source that does not open, without the folder's own name.</summary>
    public IReadOnlyList<string> Errors(BarSourceOptions options)
    {
        InputException exception = Assert.Throws<InputException>(() => Open(options));
        return [.. exception.Errors.Select(error => error.ToString().Replace(Root + "/", "", StringComparison.Ordinal))];
    }

    public string Error(BarSourceOptions options) => Assert.Single(Errors(options));

    public string Error(string path, params string[] symbols) => Error(Options(path, symbols));

    public static string[] Starts(BarSeries bars) => Texts(bars, bars.Start);

    public static string[] Ends(BarSeries bars) => Texts(bars, bars.End);

    public static string[] Days(BarSeries bars) =>
        [.. bars.Day.Take(bars.Count).Select(day => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    public static double[] Closes(BarSeries bars) => bars.Close[..bars.Count];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string[] Texts(BarSeries bars, long[] ticks) =>
        [.. ticks.Take(bars.Count).Select(
            tick => new DateTime(tick).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture).TrimEnd('.'))];
}
