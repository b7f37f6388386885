using System.ComponentModel;

namespace Backtest;

/// <summary>
/// Says which indicator is wanted; the hub computes each distinct one once and shares it. Immutable: the methods return changed copies.
/// </summary>
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

    /// <summary>The indicator it reads instead of a field; <see langword="null"/>: the field.</summary>
    public IndicatorSpec? Input { get; init; }

    /// <summary>The timeframe of the bars it reads; <see langword="null"/>: that of whoever declares it.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How many bars ago, of the timeframe it reads; 0: the last closed one. A view of the same computation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below zero: that would be the future.</exception>
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
    /// The specification whose values are these, bit for bit, made of other indicators, so that each of them is computed once for all who
    /// ask; <see langword="null"/>: an instance of <see cref="Indicator"/> computes them.
    /// </summary>
    public IndicatorSpec? Composition => _compose?.Invoke(Input ?? Field(Source));

    /// <summary>
    /// Whether what it says without volumes, which not all data has, would mean nothing. An average of the volumes themselves is then zero,
    /// which is what they are: a strategy that asks <see cref="BarEvent.HasVolume"/> can do without them.
    /// </summary>
    public virtual bool NeedsVolume => Input?.NeedsVolume ?? false;

    /// <summary>What makes two requests one computation.</summary>
    public virtual IndicatorKey Key => new(Indicator, Parameters, Source, Input?.Key);

    /// <summary>The field itself, as an input beside others.</summary>
    public static IndicatorSpec Field(BarField field) =>
        new BarIndicatorSpec<double>(typeof(FieldValue), default, () => new FieldValue(field)) { Source = field };

    /// <summary>The field itself, wherever an indicator is asked for.</summary>
    public static implicit operator IndicatorSpec(BarField field) => Field(field);

    /// <summary>A specification of an indicator that reads one number a bar.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="parameters">All that the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">What it yields.</typeparam>
    public static IndicatorSpec Series<TIndicator, TValue>(Func<TIndicator> create, params ReadOnlySpan<double> parameters)
        where TIndicator : class, ISeriesIndicator<TValue>
        where TValue : struct =>
        new SeriesIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create);

    /// <summary>A specification of an indicator that reads whole bars.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="parameters">All that the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">What it yields.</typeparam>
    public static IndicatorSpec Bars<TIndicator, TValue>(Func<TIndicator> create, params ReadOnlySpan<double> parameters)
        where TIndicator : class, IBarIndicator<TValue>
        where TValue : struct =>
        new BarIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create);

    /// <summary>A specification of an indicator that reads two numbers a bar, each a field or another indicator.</summary>
    /// <param name="create">Makes a new instance.</param>
    /// <param name="first">The first number.</param>
    /// <param name="second">The second number.</param>
    /// <param name="parameters">All that the instance depends on, as numbers.</param>
    /// <typeparam name="TIndicator">The indicator.</typeparam>
    /// <typeparam name="TValue">What it yields.</typeparam>
    /// <exception cref="ArgumentException">Both are on timeframes, and these differ.</exception>
    public static IndicatorSpec Pair<TIndicator, TValue>(
        Func<TIndicator> create, IndicatorSpec first, IndicatorSpec second, params ReadOnlySpan<double> parameters)
        where TIndicator : class, IPairIndicator<TValue>
        where TValue : struct =>
        new PairIndicatorSpec<TValue>(typeof(TIndicator), new ParameterValues(parameters), create, first, second);

    /// <summary>The same indicator of another field.</summary>
    public IndicatorSpec From(BarField source) => this with { Source = source, Input = null };

    /// <summary>
    /// The same indicator of another indicator's numbers. An input read some bars ago is the whole read some bars ago, so that no
    /// computation is made of a view; an input on a timeframe puts the whole on it.
    /// </summary>
    /// <exception cref="ArgumentException">Both are on timeframes, and these differ.</exception>
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

    /// <summary>
    /// The same indicator of the bars of another timeframe, a multiple of the data's. Its value is that at the last of them that has closed.
    /// </summary>
    public IndicatorSpec On(Timeframe timeframe) => this with { Timeframe = timeframe };

    /// <summary>The same indicator, computed from others where a hub computes it: see <see cref="Composition"/>.</summary>
    /// <param name="compose">Makes the specification of the same values, given what the indicator reads.</param>
    public IndicatorSpec ComposedAs(Func<IndicatorSpec, IndicatorSpec> compose) => this with { _compose = compose };

    /// <summary>The same indicator, read some bars ago.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below zero: that would be the future.</exception>
    public IndicatorSpec Ago(int bars) => this with { Offset = bars };

    /// <summary>The same specification, with those of other packages' indicators found. For the host.</summary>
    /// <param name="find">Finds the specification an id means.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual IndicatorSpec Resolve(Func<PluginIndicatorSpec, IndicatorSpec> find) =>
        Input is null ? this : this with { Input = Input.Resolve(find) };

    /// <summary>The timeframe of what reads others: theirs, where they are on one.</summary>
    /// <exception cref="ArgumentException">They differ.</exception>
    private protected static Timeframe? Common(Timeframe? one, Timeframe? other) => one is { } own && other is { } theirs && own != theirs
        ? throw new ArgumentException($"an indicator on {own} cannot be read with one on {theirs}: both must be on one timeframe")
        : one ?? other;
}
