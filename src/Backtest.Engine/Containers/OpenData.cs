using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Opened data, shared by all runs over it.</summary>
internal sealed class OpenData : IDisposable
{
    private readonly IBarSource _source;
    private readonly SourceSeries[] _finest; // of each symbol, in ordinal order
    private readonly string[] _symbols;
    private readonly FinerSources _finerSources;

    private OpenData(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data, IBarSource source)
    {
        _source = source;
        _finest =
        [
            .. source.Series.GroupBy(series => series.Symbol, StringComparer.Ordinal)
                .Select(group => group.MinBy(series => series.Timeframe.Ticks)!)
                .OrderBy(series => series.Symbol, StringComparer.Ordinal),
        ];
        _symbols = [.. _finest.Select(series => series.Symbol)];
        _finerSources = new FinerSources(sources, data, _finest);
    }

    /// <summary>Opens the data.</summary>
    /// <exception cref="InputException">A source is unknown, or its data is missing or invalid.</exception>
    public static OpenData Open(IBarSourceFactory sources, IReadOnlyList<BarSourceOptions> data, CancellationToken cancellation)
    {
        IBarSource source = sources.Open(data, cancellation);
        try
        {
            return new OpenData(sources, data, source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>The kind of pass over the data that a run can be part of.</summary>
    /// <exception cref="InputException">The run does not describe a valid tree, or needs something the data does not have.</exception>
    public PassKind KindOf(WorkflowConfig config)
    {
        ConfigCheck.Throw(config);
        DataCheck.Throw(config, _finest);
        return new PassKind(config.Instruments, RunCurrency.Of(config, _symbols), config.Execution.StopsOnFault, config.Plugins);
    }

    /// <summary>Begins a pass, which reads the bars from the first one on.</summary>
    /// <param name="kind">What the runs of the pass have in common.</param>
    /// <param name="sources">Reads universes.</param>
    /// <param name="plugins">The plugin sources, in order of precedence.</param>
    /// <param name="hasHashes">Whether events are hashed.</param>
    /// <param name="cancellation">The run's own token.</param>
    public PassContext Begin(
        PassKind kind, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, bool hasHashes, CancellationToken cancellation)
    {
        BarSeries[] bars = [.. _finest.Select((series, index) =>
            new BarSeries(Instrument(series.Symbol, index, kind), series.Timeframe, index, series.HasVolume, series.HasQuotes))];
        return new PassContext(
            _source, _finerSources, bars, sources, kind.Plugins.IsEmpty ? plugins : [kind.Plugins, .. plugins], hasHashes, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finerSources.Dispose();
        _source.Dispose();
    }

    private static Instrument Instrument(string symbol, int index, PassKind kind)
    {
        Instrument instrument = kind.Rules.FirstOrDefault(instrument => instrument.Symbol == symbol) ?? new Instrument { Symbol = symbol };
        return instrument with { Index = index, Currency = instrument.Currency ?? kind.Currency };
    }
}
