using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Computes each distinct indicator once for each series and shares it with all requesters.</summary>
/// <param name="bars">The bars, including those of higher timeframes.</param>
/// <param name="plugins">The sources of indicators of other packages, in order of precedence.</param>
public sealed class IndicatorHub(RunSeries bars, params IReadOnlyList<IPluginSource> plugins) : IIndicatorSource
{
    private readonly IndicatorPlugins _plugins = new(plugins);
    private readonly Dictionary<(IndicatorKey Key, int Series), IndicatorColumn> _columns = [];
    private readonly Dictionary<(IndicatorKey? Key, int Higher, int Series, int Offset), IndicatorColumn> _aligned = [];
    private readonly List<IIndicatorComputation> _computations = [];

    /// <summary>The number of indicators requested.</summary>
    public int Requested { get; private set; }

    /// <summary>The number of indicators computed.</summary>
    public int Computed => _computations.Count - _aligned.Count;

    /// <inheritdoc/>
    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct => Request<TValue>(spec, series, bars, out _);

    /// <inheritdoc/>
    public BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series) => RequestBars(timeframe, offset, series, bars);

    /// <summary>The values of an indicator on a series, for one of several requesters.</summary>
    /// <param name="spec">The indicator.</param>
    /// <param name="series">The series.</param>
    /// <param name="asked">Records the bars of higher timeframes that the indicator needs.</param>
    /// <param name="computed">The column that computes it.</param>
    internal IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series, RunSeries asked, out IndicatorColumn computed)
        where TValue : struct
    {
        Requested++;
        spec = spec.Resolve(_plugins.Find);
        if (spec.Timeframe is not { } timeframe || timeframe == series.Timeframe)
        {
            IndicatorComputation<TValue> own = Find<TValue>(spec, series);
            computed = own;
            return new IndicatorReader<TValue>(own, spec.Offset);
        }

        BarSeries higher = asked.Find(series.Instrument, timeframe);
        IndicatorComputation<TValue> input = Find<TValue>(spec, higher);
        computed = input;
        AlignedComputation<TValue> aligned = FindAligned(
            (spec.Key, higher.Index, series.Index, spec.Offset),
            () => new AlignedComputation<TValue>(series, higher, input, spec.Offset, input.Undefined));
        return new IndicatorReader<TValue>(aligned, offset: 0);
    }

    /// <summary>The bars of a timeframe as known at the rows of a series, for one of several requesters.</summary>
    internal BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series, RunSeries asked)
    {
        BarSeries read = asked.Find(series.Instrument, timeframe);
        return FindAligned((null, read.Index, series.Index, offset), () => new AlignedBars(series, read, offset)).Reader;
    }

    /// <summary>
    /// The indicators among these columns that were ready and have no value at the last bar, each with its symbol and the time since which it has
    /// none; indicators that read another such indicator are omitted.
    /// </summary>
    internal IEnumerable<UndefinedIndicator> Undefined(IReadOnlySet<IndicatorColumn> columns)
    {
        foreach (((IndicatorKey key, int series), IndicatorColumn column) in _columns)
        {
            if (columns.Contains(column) && column is IIndicatorComputation { UndefinedSince: { } since } computation
                && !computation.Parts.Any(part => part is IIndicatorComputation { UndefinedSince: not null }))
            {
                yield return new UndefinedIndicator(
                    $"{key.Indicator.Name}({key.Parameters})", SeriesAt(series).Instrument.Symbol, new DateTime(since, DateTimeKind.Utc));
            }
        }
    }

    /// <summary>Computes every indicator over the chunk, inputs before the indicators that read them.</summary>
    public void OnBars(BarChunk chunk, IIndicatorEvents indicators)
    {
        foreach (IIndicatorComputation computation in _computations)
            computation.Compute();
        indicators.Emit(new IndicatorsReady(chunk));
    }

    private BarSeries SeriesAt(int index) => index < bars.Finest.Count ? bars.Finest[index] : bars.Higher[index - bars.Finest.Count].Bars;

    private TColumn FindAligned<TColumn>((IndicatorKey?, int, int, int) key, Func<TColumn> create)
        where TColumn : IndicatorColumn, IIndicatorComputation
    {
        if (_aligned.TryGetValue(key, out IndicatorColumn? known))
            return (TColumn)known;
        TColumn column = create();
        _aligned.Add(key, column);
        _computations.Add(column);
        return column;
    }

    private IndicatorComputation<TValue> Find<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        (IndicatorKey, int) key = (spec.Key, series.Index);
        if (!_columns.TryGetValue(key, out IndicatorColumn? column))
        {
            if (spec.NeedsVolume && !series.HasVolume)
                throw NoVolume(spec, series);
            column = CreateAllowed<TValue>(spec, series);
            _columns.Add(key, column);
        }

        return column as IndicatorComputation<TValue> ?? throw WrongType<TValue>(spec);
    }

    private IndicatorComputation<TValue> CreateAllowed<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        try
        {
            return spec.Composition is { } composition ? Compose<TValue>(spec, composition, series) : Add(Create<TValue>(spec, series));
        }
        catch (ArgumentException exception)
        {
            string refusal = exception.Message.Split('\n')[0];
            throw new InputException(new InputError(
                "indicator_parameters", $"{spec.Indicator.Name}({spec.Parameters}) cannot be computed: {refusal}")
            {
                Fix = "Change the parameters of the indicator.",
            });
        }
    }

    private IndicatorComputation<TValue> Compose<TValue>(IndicatorSpec spec, IndicatorSpec composition, BarSeries series)
        where TValue : struct
    {
        // The instance reports invalid arguments in its own terms; its parts would report them in theirs.
        _ = spec switch
        {
            SeriesIndicatorSpec<TValue> whole => (IIndicator<TValue>)whole.Create(),
            BarIndicatorSpec<TValue> whole => whole.Create(),
            _ => throw WrongType<TValue>(spec),
        };
        return Find<TValue>(composition, series);
    }

    private IndicatorComputation<TValue> Add<TValue>(IndicatorComputation<TValue> computation)
        where TValue : struct
    {
        _computations.Add(computation);
        return computation;
    }

    private IndicatorComputation<TValue> Create<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct => spec switch
        {
            SeriesIndicatorSpec<TValue> { Input: { } input } chained =>
                new ChainedComputation<TValue>(series, Read(input, series), chained.Create()),
            SeriesIndicatorSpec<TValue> { Source: BarField.Typical } computed =>
                new ChainedComputation<TValue>(series, Read(IndicatorSpec.Field(spec.Source), series), computed.Create()),
            SeriesIndicatorSpec<TValue> field => new FieldComputation<TValue>(series, field.Source, field.Create()),
            PairIndicatorSpec<TValue> pair =>
                new PairComputation<TValue>(series, Read(pair.First, series), Read(pair.Second, series), pair.Create()),
            BarIndicatorSpec<TValue> whole => new BarComputation<TValue>(series, whole.Create()),
            _ => throw WrongType<TValue>(spec),
        };

    private IndicatorReader<double> Read(IndicatorSpec input, BarSeries series) => new(Find<double>(input, series), input.Offset);

    private static InputException NoVolume(IndicatorSpec spec, BarSeries series) => new(new InputError(
        "no_volume", $"{spec.Indicator.Name} needs volumes, but the data of '{series.Instrument.Symbol}' has none")
    {
        Fix = "Use data with a volume column, or a plugin that does not read the indicator.",
    });

    private static InputException WrongType<TValue>(IndicatorSpec spec) => new(new InputError(
        "indicator_type", $"{spec.Indicator.Name} does not return {typeof(TValue).Name}, which its reader expects")
    {
        Fix = "Declare the property that reads it with the type that the indicator returns.",
    });
}
