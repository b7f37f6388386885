using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What all trials of a pass share. Nothing in it depends on a single trial or is visible in the results of one.</summary>
internal sealed class PassContext
{
    private readonly Dictionary<DelistedAfter, DelistingClock> _clocks = [];
    private readonly FinerSources _finerSources;
    private readonly List<(Timeframe? Timeframe, FinerBars Bars)> _finer = [];

    /// <param name="source">The source of the bars.</param>
    /// <param name="finerSources">The source of bars of lower timeframes.</param>
    /// <param name="finest">The finest bars of each instrument, by its index.</param>
    /// <param name="sources">Reads universes.</param>
    /// <param name="plugins">The plugin sources, in order of precedence.</param>
    /// <param name="hasHashes">Whether events are hashed.</param>
    /// <param name="cancellation">The run's own token.</param>
    public PassContext(
        IBarSource source, FinerSources finerSources, IReadOnlyList<BarSeries> finest, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, bool hasHashes,
        CancellationToken cancellation)
    {
        Source = source;
        _finerSources = finerSources;
        Bars = new RunSeries(finest, source.Series);
        Instruments = [.. finest.Select(series => series.Instrument)];
        Hub = new IndicatorHub(Bars, plugins);
        Actions = new ActionSchedule(source.Actions, Instruments);
        Adjustments = new AdjustmentSchedule([.. finest.Select(Bars.Source)]);
        Universes = new UniverseFiles(sources, Instruments);
        Years = new TradingYears(Bars);
        Plugins = new PluginResolver(plugins);
        HasHashes = hasHashes;
        Cancellation = cancellation;
    }

    /// <summary>The source of the bars.</summary>
    public IBarSource Source { get; }

    /// <summary>The bars, of all timeframes that were requested.</summary>
    public RunSeries Bars { get; }

    /// <summary>The instruments, by index.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The indicators.</summary>
    public IndicatorHub Hub { get; }

    /// <summary>Splits and dividends.</summary>
    public ActionSchedule Actions { get; }

    /// <summary>How adjusted prices and quantities relate to those traded.</summary>
    public AdjustmentSchedule Adjustments { get; }

    /// <summary>The universes read so far.</summary>
    public UniverseFiles Universes { get; }

    /// <summary>The number of bars per year.</summary>
    public TradingYears Years { get; }

    /// <summary>Finds the plugins.</summary>
    public PluginResolver Plugins { get; }

    /// <summary>Whether events are hashed.</summary>
    public bool HasHashes { get; }

    /// <summary>The run's own token.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The classifiers of all trials; those whose regimes would be equal are one.</summary>
    public OrderedDictionary<ClassifierKey, SharedClassifier> Classifiers { get; } = [];

    /// <summary>The bars of lower timeframes that runs requested.</summary>
    public IEnumerable<FinerBars> Finer => _finer.Select(known => known.Bars);

    /// <summary>Requests bars of a lower timeframe.</summary>
    /// <param name="timeframe">The timeframe; <see langword="null"/> for the available one that suits the data.</param>
    /// <exception cref="InputException">There are none, or they do not make up the bars of the data.</exception>
    public FinerBars FinerBars(Timeframe? timeframe)
    {
        foreach ((Timeframe? known, FinerBars opened) in _finer)
        {
            if (known == timeframe)
                return opened;
        }

        FinerBars bars = Engine.FinerBars.Open(_finerSources.Open(timeframe, Cancellation), Bars.Finest);
        _finer.Add((timeframe, bars));
        return bars;
    }

    /// <summary>The clock that decides when silence counts as a delisting.</summary>
    public DelistingClock Clock(DelistedAfter after)
    {
        if (!_clocks.TryGetValue(after, out DelistingClock? clock))
            _clocks.Add(after, clock = new DelistingClock(after, Bars));
        return clock;
    }
}
