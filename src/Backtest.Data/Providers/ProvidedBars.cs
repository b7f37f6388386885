using System.Collections.Concurrent;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Options;

namespace Backtest.Data.Providers;

/// <summary>One plugin's bars in one run: the request, and errors that name the plugin when it fails.</summary>
internal sealed class ProvidedBars
{
    private readonly BarSourceOptions.Plugin _options;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<string, DataFile> _files = new(StringComparer.Ordinal);

    /// <summary>Creates the plugin's provider.</summary>
    /// <param name="options">The source in the run file.</param>
    /// <param name="factory">The plugin.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The parameters are invalid, or the plugin threw.</exception>
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

    /// <summary>The bars read completely, as if each symbol's were a file.</summary>
    public IReadOnlyList<DataFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The bars requested.</summary>
    public BarRequest Request { get; }

    /// <summary>The provider of the bars.</summary>
    public IBarProvider Provider { get; }

    /// <summary>The bars of a symbol.</summary>
    public IEnumerator<Bar> Read(string symbol) => Guard(() => Provider.ReadBars(symbol, Request, _cancellation).GetEnumerator());

    /// <summary>Whether the run requests bars of a trading day.</summary>
    public bool IsWanted(int day) =>
        day >= (_options.Start?.DayNumber ?? int.MinValue) && day <= (_options.End?.DayNumber ?? int.MaxValue);

    /// <summary>Records that a symbol's bars were read completely.</summary>
    public void Record(string symbol, string sha256, long rows)
    {
        string path = $"{_options.Id}:{symbol}";
        _files[path] = new DataFile(path, sha256, rows, SkippedRows: 0, IgnoredColumns: []);
    }

    /// <summary>Calls the plugin.</summary>
    /// <exception cref="InputException">The plugin threw.</exception>
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
                "Check its path and parameters. If they are right, report the error to the plugin's author."));
        }
    }

    /// <summary>Whether the run was interrupted; a request of the plugin's own may time out with the same exception type.</summary>
    private bool IsInterruption(Exception exception) => _cancellation.IsCancellationRequested && exception is OperationCanceledException;

    /// <summary>The exception's message; reading it runs plugin code, which may throw.</summary>
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

    /// <summary>The error that the plugin returned an invalid or misplaced bar.</summary>
    public InputException Wrong(string symbol, in Bar bar, string why) => new(_options.Error(
        "bad_bar",
        "source",
        FormattableString.Invariant($"'{_options.Id}' gave a bar of {symbol} from {bar.Start:yyyy-MM-dd HH:mm:ss} to {bar.End:yyyy-MM-dd HH:mm:ss} that {why}."),
        "Bars must be in the order of their ends, with 0 < low ≤ open, close ≤ high and a volume of zero or above. Report the error to the plugin's author."));
}
