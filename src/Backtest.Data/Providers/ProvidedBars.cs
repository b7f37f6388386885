using System.Collections.Concurrent;
using Backtest.Data.Options;

namespace Backtest.Data.Providers;

/// <summary>One plugin's bars in one run: what is asked for, and whose fault it is when they cannot be had.</summary>
/// <param name="options">The source as the run file names it.</param>
/// <param name="cancellation">Heard while bars are read.</param>
internal sealed class ProvidedBars(BarSourceOptions options, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<string, DataFile> _files = new(StringComparer.Ordinal);

    /// <summary>The bars read to their end, as if each symbol's were a file.</summary>
    public IReadOnlyList<DataFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>What is asked for.</summary>
    public BarRequest Request { get; } = new()
    {
        Symbols = options.Symbols,
        Timeframe = options.Timeframe,
        Start = options.Start,
        End = options.End,
        Path = options.Path is null ? null : Path.GetFullPath(Path.Combine(options.BaseDirectory, options.Path)),
    };

    /// <summary>What gives the bars.</summary>
    public IBarProvider Provider { get; set; } = null!;

    /// <summary>The bars of a symbol.</summary>
    public IEnumerator<Bar> Read(string symbol) => Guard(() => Provider.ReadBars(symbol, Request, cancellation).GetEnumerator());

    /// <summary>Whether the run wants bars of a trading day.</summary>
    public bool IsWanted(int day) =>
        day >= (options.Start?.DayNumber ?? int.MinValue) && day <= (options.End?.DayNumber ?? int.MaxValue);

    /// <summary>Notes that a symbol's bars were read to their end.</summary>
    public void Record(string symbol, string sha256, long rows)
    {
        string path = $"{options.Source}:{symbol}";
        _files[path] = new DataFile(path, sha256, rows, SkippedRows: 0, IgnoredColumns: []);
    }

    /// <summary>Calls the plugin.</summary>
    /// <exception cref="InputException">It threw.</exception>
    public T Guard<T>(Func<T> call)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not (InputException or OperationCanceledException))
        {
            throw new InputException(options.Error(
                "plugin_threw",
                "source",
                $"'{options.Source}' threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}",
                "What it is given may be wrong: path and parameters; else it is a fault of the plugin."));
        }
    }

    /// <summary>The error that what the plugin gave is no bar, or none that may come here.</summary>
    public InputException Wrong(string symbol, in Bar bar, string why) => new(options.Error(
        "bad_bar",
        "source",
        FormattableString.Invariant($"'{options.Source}' gave a bar of {symbol} from {bar.Start:yyyy-MM-dd HH:mm:ss} to {bar.End:yyyy-MM-dd HH:mm:ss} that {why}."),
        "Bars come by their ends, with 0 < low ≤ open, close ≤ high and a volume of zero or above; it is a fault of the plugin."));
}
