using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Examines one plugin, law by law.</summary>
internal sealed class Examination
{
    private const int FirstLength = 600;
    private const int LastLength = 4800;
    private const int EnoughDecisions = 20;

    private readonly Subject _subject;
    private readonly ConformanceOptions _options;
    private readonly CancellationToken _cancellation;
    private Timeframe? _timeframe;

    public Examination(Subject subject, ParameterMap parameters, ConformanceOptions options, CancellationToken cancellation)
    {
        _subject = subject;
        Parameters = parameters;
        _options = options;
        _cancellation = cancellation;
        Bars = options.Bars;
        ThrowIfRefused();
    }

    public PluginFactory Factory => _subject.Factory;

    public PluginKind Kind => Factory.Descriptor.Kind;

    public string? Schema => _subject.Schema;

    public PluginOrigin? Origin => _subject.Origin;

    public ParameterMap Parameters { get; }

    /// <summary>The share of bars on which memory may be allocated once warm.</summary>
    public double MayAllocateOn => _options.MayAllocateOn;

    /// <summary>The context above the plugin.</summary>
    public BindingContext Context => Kind == PluginKind.Classifier
        ? new BindingContext()
        : new BindingContext { Regimes = [.. _options.Regimes, RegimeEvent.Unknown], IsMarketRegime = true };

    /// <summary>The timeframe of the bars generated for it, below those it reads.</summary>
    public Timeframe Timeframe => _timeframe ??= BelowAll();

    /// <summary>The bars on which the plugin decides often.</summary>
    public IReadOnlyList<BarSeries> Bars { get; private set; }

    /// <summary>What the plugin did on them.</summary>
    public TrialResult Whole { get; private set; } = new([], [], [], null);

    /// <summary>The row from which a risk manager gets signals, because its indicators are defined there.</summary>
    public int FirstSignal { get; private set; }

    public IReadOnlyList<ConformanceFinding> Run()
    {
        var findings = new List<ConformanceFinding>();
        foreach (Law law in Law.All)
        {
            _cancellation.ThrowIfCancellationRequested();
            findings.Add(Judge(law, findings));
        }

        return findings;
    }

    /// <summary>Runs the plugin through the engine.</summary>
    public TrialResult Run(TrialSetup setup, PluginFactory? factory = null, ParameterMap? parameters = null) =>
        Trial.Run(factory ?? Factory, parameters ?? Parameters, setup with
        {
            Regimes = Kind == PluginKind.Classifier ? null : ScriptedRegimes.Changing(_options.Regimes),
            Cancellation = _cancellation,
        });

    /// <summary>Runs the plugin on bars with the same setup as on the whole.</summary>
    public TrialResult Run(IReadOnlyList<BarSeries> bars, PluginFactory? factory = null) => Run(Setup(bars), factory);

    public TrialSetup Setup(IReadOnlyList<BarSeries> bars) => new() { Bars = bars, FirstSignal = FirstSignal };

    /// <summary>Runs a fresh load of the plugin, with new statics; if that is not possible, the one in the process.</summary>
    public TrialResult RunFresh()
    {
        if (Origin is null)
            return Run(Bars);
        using FreshPlugin fresh = Origin.Load();
        return Run(Bars, fresh.Factory);
    }

    /// <summary>Finds bars on which the plugin decides often, and runs it on them. What it throws ends the search.</summary>
    public void ChooseBars()
    {
        if (Bars.Count == 0)
            Bars = TrialBars.Walks(FirstLength, Timeframe);

        int most = -1;
        for (IReadOnlyList<BarSeries> bars = Bars; ; bars = TrialBars.Walks(bars[0].Count * 2, Timeframe))
        {
            int firstSignal = FirstReady(bars);
            TrialResult result = Run(new TrialSetup { Bars = bars, FirstSignal = firstSignal });
            int decisions = Informative(result);
            if (decisions > most)
                (Bars, Whole, FirstSignal, most) = (bars, result, firstSignal, decisions);
            if (result.Fault is not null || decisions >= EnoughDecisions || _options.Bars.Count > 0 || bars[0].Count >= LastLength)
                return;
        }
    }

    /// <summary>The plugin's own indicators, each once, including those that others read.</summary>
    public IReadOnlyList<DeclaredIndicator> OwnIndicators() =>
        [.. Whole.Indicators.SelectMany(WithInputs)
            .Where(declared => declared.Spec.Indicator.Assembly != typeof(SimpleMovingAverage).Assembly)
            .DistinctBy(declared => declared.Spec.Key)];

    private static IEnumerable<DeclaredIndicator> WithInputs(DeclaredIndicator declared)
    {
        yield return declared;
        for (IndicatorSpec? input = declared.Spec.Input; input is not null; input = input.Input)
            yield return new DeclaredIndicator<double>(input, declared.Symbol, default);
    }

    private static int Informative(TrialResult result) =>
        result.Decisions.Count(decision => decision.Fact is not RecordedRegime { Name: RegimeEvent.Unknown });

    /// <summary>A timeframe from which those the plugin requests can be built; a day if it requests none.</summary>
    private Timeframe BelowAll()
    {
        var observer = new SubjectObserver();
        Run(new TrialSetup { Bars = TrialBars.Walks(count: 1, TrialBars.Shortest), FirstSignal = int.MaxValue, Observer = observer });
        return TrialBars.TimeframeBelow([.. observer.Timeframes]);
    }

    /// <summary>The row from which all indicators of a risk manager are defined.</summary>
    private int FirstReady(IReadOnlyList<BarSeries> bars)
    {
        if (Kind != PluginKind.RiskManager)
            return 0;
        TrialResult quiet = Run(new TrialSetup { Bars = bars, FirstSignal = int.MaxValue });
        return quiet.Indicators
            .Select(indicator => indicator.FirstDefined(bars.First(series => series.Instrument.Symbol == indicator.Symbol).Count))
            .DefaultIfEmpty(0).Max();
    }

    private ConformanceFinding Judge(Law law, List<ConformanceFinding> findings)
    {
        if (_options.Except.Contains(law.Name))
            return law.DoesNotApply("left out by the options");
        ConformanceFinding? missing = findings.Find(finding => law.RestsOn.Contains(finding.Law) && !finding.Passed);
        if (missing is not null)
        {
            return law.NotExamined(missing.Verdict == ConformanceVerdict.Broken
                ? $"it cannot be distinguished from '{missing.Law}', which is broken: fix that first"
                : $"it depends on '{missing.Law}', which was not examined");
        }

        if (law.NeedsDecisions && Informative(Whole) == 0)
        {
            return law.NotExamined(
                FormattableString.Invariant($"it decided nothing on {Bars[0].Count} bars of each instrument, so there was nothing to examine"),
                "Use parameters or bars (ConformanceOptions.Bars) with which it decides.");
        }

        return law.Examine(this);
    }

    /// <summary>Parameters that were passed must be valid; that defaults are valid is a law.</summary>
    private void ThrowIfRefused()
    {
        IReadOnlyList<InputError> errors = TestParameters.Errors(Factory, Parameters, Context);
        if (errors.Count > 0 && Parameters.Entries.Count > 0)
            throw new InputException(errors);
    }
}
