using System.Collections.Concurrent;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Options;

namespace Backtest.Data.Providers;

/// <summary>One plugin's bars in one run: what is asked for, and whose fault it is when they cannot be had.</summary>
internal sealed class ProvidedBars
{
    private readonly BarSourceOptions.Plugin _options;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<string, DataFile> _files = new(StringComparer.Ordinal);

    /// <summary>Makes the plugin's provider.</summary>
    /// <param name="options">The source as the run file names it.</param>
    /// <param name="factory">The plugin.</param>
    /// <param name="cancellation">Heard while bars are read.</param>
    /// <exception cref="InputException">The parameters are wrong, or the plugin threw.</exception>
    public ProvidedBars(BarSourceOptions.Plugin options, BarSourceFactory factory, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        Request = new BarRequest
        {
            Symbols = options.Symbols,
            Timeframe = options.Timeframe,
            Start = options.Start,
            End = options.End,
            Path = options.Path is null ? null : Path.GetFullPath(Path.Combine(options.BaseDirectory, options.Path)),
        };
        var context = new BindingContext();
        var errors = new ParameterErrors(options.Parameters, $"{options.Key}.parameters");
        Provider = Guard(() =>
        {
            factory.Validate(options.Parameters, context, errors);
            errors.ThrowIfAny();
            return factory.Create(options.Parameters, context);
        });
    }

    /// <summary>The bars read to their end, as if each symbol's were a file.</summary>
    public IReadOnlyList<DataFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>What is asked for.</summary>
    public BarRequest Request { get; }

    /// <summary>What gives the bars.</summary>
    public IBarProvider Provider { get; }

    /// <summary>The bars of a symbol.</summary>
    public IEnumerator<Bar> Read(string symbol) => Guard(() => Provider.ReadBars(symbol, Request, _cancellation).GetEnumerator());

    /// <summary>Whether the run wants bars of a trading day.</summary>
    public bool IsWanted(int day) =>
        day >= (_options.Start?.DayNumber ?? int.MinValue) && day <= (_options.End?.DayNumber ?? int.MaxValue);

    /// <summary>Notes that a symbol's bars were read to their end.</summary>
    public void Record(string symbol, string sha256, long rows)
    {
        string path = $"{_options.Id}:{symbol}";
        _files[path] = new DataFile(path, sha256, rows, SkippedRows: 0, IgnoredColumns: []);
    }

    /// <summary>Calls the plugin.</summary>
    /// <exception cref="InputException">It threw.</exception>
    public T Guard<T>(Func<T> call)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not InputException && !IsInterruption(exception))
        {
            throw new InputException(_options.Error(
                "plugin_threw",
                "source",
                $"'{_options.Id}' threw {exception.GetType().Name}: {Message(exception)}",
                "What it is given may be wrong: path and parameters; else it is a fault of the plugin."));
        }
    }

    /// <summary>Whether the run was interrupted: a request of the plugin's own may time out with the same type of exception.</summary>
    private bool IsInterruption(Exception exception) => _cancellation.IsCancellationRequested && exception is OperationCanceledException;

    /// <summary>The message; reading it is code of the plugin's, and may throw.</summary>
    private static string Message(Exception exception)
    {
        try
        {
            return exception.Message.ReplaceLineEndings(" ");
        }
        catch (Exception other)
        {
            return $"(its message cannot be read: {other.GetType().Name})";
        }
    }

    /// <summary>The error that what the plugin gave is no bar, or none that may come here.</summary>
    public InputException Wrong(string symbol, in Bar bar, string why) => new(_options.Error(
        "bad_bar",
        "source",
        FormattableString.Invariant($"'{_options.Id}' gave a bar of {symbol} from {bar.Start:yyyy-MM-dd HH:mm:ss} to {bar.End:yyyy-MM-dd HH:mm:ss} that {why}."),
        "Bars come by their ends, with 0 < low ≤ open, close ≤ high and a volume of zero or above; it is a fault of the plugin."));
}
