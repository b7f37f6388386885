using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What all trials of a pass share: nothing of it depends on one of them, or shows in one.</summary>
internal sealed class PassContext
{
    private readonly Dictionary<DelistedAfter, DelistingClock> _clocks = [];
    private readonly FinerSources _finerSources;
    private readonly List<(Timeframe? Timeframe, FinerBars Bars)> _finer = [];

    /// <param name="source">Where the bars come from.</param>
    /// <param name="finerSources">Where bars of lower timeframes come from.</param>
    /// <param name="finest">The finest bars of each instrument, by its index.</param>
    /// <param name="sources">Reads universes.</param>
    /// <param name="plugins">Where plugins are found, the first first.</param>
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

    /// <summary>Where the bars come from.</summary>
    public IBarSource Source { get; }

    /// <summary>The bars, of all timeframes anyone asks for.</summary>
    public RunSeries Bars { get; }

    /// <summary>The instruments, by index.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The indicators.</summary>
    public IndicatorHub Hub { get; }

    /// <summary>Splits and dividends.</summary>
    public ActionSchedule Actions { get; }

    /// <summary>How prices and quantities compare with those traded.</summary>
    public AdjustmentSchedule Adjustments { get; }

    /// <summary>The universes read so far.</summary>
    public UniverseFiles Universes { get; }

    /// <summary>How many bars a year has.</summary>
    public TradingYears Years { get; }

    /// <summary>Where plugins are found.</summary>
    public PluginResolver Plugins { get; }

    /// <summary>Whether events are hashed.</summary>
    public bool HasHashes { get; }

    /// <summary>The run's own token.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The classifiers of all trials, those that would say the same being one.</summary>
    public OrderedDictionary<ClassifierKey, SharedClassifier> Classifiers { get; } = [];

    /// <summary>The bars of lower timeframes that runs asked for.</summary>
    public IEnumerable<FinerBars> Finer => _finer.Select(known => known.Bars);

    /// <summary>Asks for bars of a lower timeframe.</summary>
    /// <param name="timeframe">Which; <see langword="null"/>: what suits the data, of what there is.</param>
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

    /// <summary>Says when silence means that an instrument was delisted.</summary>
    public DelistingClock Clock(DelistedAfter after)
    {
        if (!_clocks.TryGetValue(after, out DelistingClock? clock))
            _clocks.Add(after, clock = new DelistingClock(after, Bars));
        return clock;
    }
}
