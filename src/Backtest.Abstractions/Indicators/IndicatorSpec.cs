using System.ComponentModel;

namespace Backtest;

/// <summary>Specifies an indicator; the hub computes each distinct one once and shares it. Immutable: the methods return changed copies.</summary>
public abstract record IndicatorSpec
{
    private Func<IndicatorSpec, IndicatorSpec>? _compose;

    private protected IndicatorSpec(Type indicator, ParameterValues parameters)
    {
        Indicator = indicator;
        Parameters = parameters;
    }

    /// <summary>The indicator's type.</summary>
    public Type Indicator { get; }

    /// <summary>The indicator's parameters, as numbers.</summary>
    public ParameterValues Parameters { get; }

    /// <summary>The field of the bar it reads; without meaning for an indicator that reads whole bars.</summary>
    public BarField Source { get; init; }

    /// <summary>The indicator it reads instead of a field; <see langword="null"/> if it reads the field.</summary>
    public IndicatorSpec? Input { get; init; }

    /// <summary>The timeframe of the bars it reads; <see langword="null"/> for that of the plugin that declares it.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How many bars ago it is read, in bars of its timeframe; 0 for the last closed one. A view of the same computation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below zero, which would be the future.</exception>
    public int Offset
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>
    /// A specification composed of other indicators whose values are the same bit for bit, so that each of them is computed once for all requests;
    /// <see langword="null"/> if an instance of <see cref="Indicator"/> computes them.
    /// </summary>
    public IndicatorSpec? Composition => _compose?.Invoke(Input ?? Field(Source));

    /// <summary>
    /// Whether its values mean nothing on data without volumes. An average of the volumes themselves is zero there, as the volumes are; a strategy
    /// that checks <see cref="BarEvent.HasVolume"/> can do without them.
    /// </summary>
    public virtual bool NeedsVolume => Input?.NeedsVolume ?? false;

    /// <summary>Identifies the computation, which requests with the same key share.</summary>
    public virtual IndicatorKey Key => new(Indicator, Parameters, Source, Input?.Key);

    /// <summary>The field itself, as an input next to others.</summary>
    public static IndicatorSpec Field(BarField field) =>
        new BarIndicatorSpec<double>(typeof(FieldValue), default, () => new FieldValue(field)) { Source = field };

    /// <summary>The field itself, wherever an indicator is expected.</summary>
    public static implicit operator IndicatorSpec(BarField field) => Field(field);

    /// <summary>A specification of an indicator that reads one number a bar.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="parameters">Everything the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    public static IndicatorSpec Series<TIndicator, TValue>(Func<TIndicator> create, params ReadOnlySpan<double> parameters)
        where TIndicator : class, ISeriesIndicator<TValue>
        where TValue : struct =>
        new SeriesIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create);

    /// <summary>A specification of an indicator that reads whole bars.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="parameters">Everything the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    public static IndicatorSpec Bars<TIndicator, TValue>(Func<TIndicator> create, params ReadOnlySpan<double> parameters)
        where TIndicator : class, IBarIndicator<TValue>
        where TValue : struct =>
        new BarIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create);

    /// <summary>A specification of an indicator that reads two numbers a bar, each a field or another indicator.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="first">The first number.</param>
    /// <param name="second">The second number.</param>
    /// <param name="parameters">Everything the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <exception cref="ArgumentException">Both are on timeframes, and the timeframes differ.</exception>
    public static IndicatorSpec Pair<TIndicator, TValue>(
        Func<TIndicator> create, IndicatorSpec first, IndicatorSpec second, params ReadOnlySpan<double> parameters)
        where TIndicator : class, IPairIndicator<TValue>
        where TValue : struct =>
        new PairIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create, first, second);

    /// <summary>The same indicator, reading another field.</summary>
    public IndicatorSpec From(BarField source) => this with { Source = source, Input = null };

    /// <summary>
    /// The same indicator, reading another indicator's values. The input's offset is added to the result's, so that no computation reads a view; the
    /// input's timeframe becomes the result's.
    /// </summary>
    /// <exception cref="ArgumentException">Both are on timeframes, and the timeframes differ.</exception>
    public IndicatorSpec Of(IndicatorSpec input)
    {
        bool isField = input.Indicator == typeof(FieldValue);
        return this with
        {
            Source = isField ? input.Source : default,
            Input = isField ? null : input with { Offset = 0, Timeframe = null },
            Offset = Offset + input.Offset,
            Timeframe = Common(Timeframe, input.Timeframe),
        };
    }

    /// <summary>The same indicator on the bars of another timeframe, a multiple of the data's. Its value is that at the last closed bar.</summary>
    public IndicatorSpec On(Timeframe timeframe) => this with { Timeframe = timeframe };

    /// <summary>The same indicator, which a hub computes from others; see <see cref="Composition"/>.</summary>
    /// <param name="compose">Makes the specification of the same values, given what the indicator reads.</param>
    public IndicatorSpec ComposedAs(Func<IndicatorSpec, IndicatorSpec> compose) => this with { _compose = compose };

    /// <summary>The same indicator, read some bars ago.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below zero, which would be the future.</exception>
    public IndicatorSpec Ago(int bars) => this with { Offset = bars };

    /// <summary>The same specification, with the indicators of other packages resolved. For the host.</summary>
    /// <param name="find">Finds the specification for an id.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual IndicatorSpec Resolve(Func<PluginIndicatorSpec, IndicatorSpec> find) =>
        Input is null ? this : this with { Input = Input.Resolve(find) };

    /// <summary>The timeframe of an indicator that reads two others: theirs, if they are on one.</summary>
    /// <exception cref="ArgumentException">They differ.</exception>
    private protected static Timeframe? Common(Timeframe? one, Timeframe? other) => one is { } own && other is { } theirs && own != theirs
        ? throw new ArgumentException($"an indicator on {own} cannot be combined with one on {theirs}: both must have the same timeframe")
        : one ?? other;
}
