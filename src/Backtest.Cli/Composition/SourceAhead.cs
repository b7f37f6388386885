namespace Backtest.Cli.Composition;

/// <summary>
/// Bar sources that start reading on another thread immediately, while plugins are found and loaded. Errors in the data are reported when it is
/// requested, so that the order of errors does not change.
/// </summary>
internal sealed class SourceAhead : IBarSourceFactory, IDisposable
{
    private readonly IBarSourceFactory _sources;
    private readonly CancellationTokenSource _givenUp = new();
    private readonly IReadOnlyList<BarSourceOptions> _data;
    private Task<IBarSource>? _begun;

    /// <summary>Starts reading.</summary>
    /// <param name="sources">Opens the sources.</param>
    /// <param name="data">The sources in the run file.</param>
    public SourceAhead(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data)
    {
        _sources = sources;
        _data = data;
        CancellationToken givenUp = _givenUp.Token;
        _begun = Task.Run(() => sources.Open(data, givenUp), CancellationToken.None);
    }

    /// <inheritdoc/>
    public IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation)
    {
        if (_begun is not { } begun || !ReferenceEquals(sources, _data))
            return _sources.Open(sources, cancellation);
        try
        {
            begun.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // Rethrown unchanged below.
        }

        _begun = null;
        return begun.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        _sources.OpenFiner(sources, bars, timeframe, cancellation);

    /// <inheritdoc/>
    public Universe ReadUniverse(UniverseOptions options) => _sources.ReadUniverse(options);

    /// <summary>Stops reading, and closes unused sources without waiting, because an earlier error must be reported at once.</summary>
    public void Dispose()
    {
        _givenUp.Cancel();
        if (_begun is null)
            _givenUp.Dispose();
        else
            _begun.ContinueWith(Close, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    // Until then the reading task may still use the token.
    private void Close(Task<IBarSource> read)
    {
        if (read.IsCompletedSuccessfully)
            read.Result.Dispose();
        else
            _ = read.Exception; // observed, so that it is not reported as unobserved
        _givenUp.Dispose();
    }
}
