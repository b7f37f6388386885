namespace Backtest.Engine;

/// <summary>Opens bars of lower timeframes for all passes over the same data, each timeframe once.</summary>
/// <param name="sources">Opens sources.</param>
/// <param name="data">The sources of the data.</param>
/// <param name="finest">The bars that are traded.</param>
internal sealed class FinerSources(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data, IReadOnlyList<SourceSeries> finest) : IDisposable
{
    private readonly List<(Timeframe? Timeframe, IBarSource Source)> _opened = [];

    /// <summary>The bars of a timeframe, or, without one, of the timeframe that suits the data.</summary>
    /// <exception cref="InputException">There are none, or they do not make up the bars of the data.</exception>
    public IBarSource Open(Timeframe? timeframe, CancellationToken cancellation)
    {
        foreach ((Timeframe? known, IBarSource opened) in _opened)
        {
            if (known == timeframe)
                return opened;
        }

        if (timeframe is { } wanted && !finest.Any(series => series.Timeframe.IsMadeUpOf(wanted)))
            throw new InputException(FinerBars.NotMadeUp(finest[0].Timeframe, wanted));
        IBarSource source = sources.OpenFiner(data, finest, timeframe, cancellation);
        _opened.Add((timeframe, source));
        return source;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, IBarSource source) in _opened)
            source.Dispose();
    }
}
