namespace Backtest.Cli.Composition;

/// <summary>
/// Bar sources whose data is read from the start, on another thread, while plugins are found and loaded. What is wrong with it is reported when
/// it is asked for, so that errors come in the same order.
/// </summary>
internal sealed class SourceAhead : IBarSourceFactory, IDisposable
{
    private readonly IBarSourceFactory _sources;
    private readonly CancellationTokenSource _givenUp = new();
    private readonly IReadOnlyList<BarSourceOptions> _data;
    private Task<IBarSource>? _begun;

    /// <summary>Begins to read.</summary>
    /// <param name="sources">What opens sources.</param>
    /// <param name="data">The sources a run file names.</param>
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
            // Thrown below, as it was.
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

    /// <summary>Stops reading, and closes what nobody asked for. That is not waited for: an error came first, and is to be reported at once.</summary>
    public void Dispose()
    {
        _givenUp.Cancel();
        if (_begun is null)
            _givenUp.Dispose();
        else
            _begun.ContinueWith(Close, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    // Who reads may still listen to the token until then.
    private void Close(Task<IBarSource> read)
    {
        if (read.IsCompletedSuccessfully)
            read.Result.Dispose();
        else
            _ = read.Exception; // seen, so that nothing reports it
        _givenUp.Dispose();
    }
}
