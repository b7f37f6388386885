using System.ComponentModel;

namespace Backtest;

/// <summary>A specification of an indicator that reads two numbers a bar; it begins once both are defined.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public sealed record PairIndicatorSpec<TValue> : IndicatorSpec
    where TValue : struct
{
    internal PairIndicatorSpec(
        Type indicator, ParameterValues parameters, Func<IPairIndicator<TValue>> create, IndicatorSpec first, IndicatorSpec second)
        : base(indicator, parameters)
    {
        // The offset common to both becomes that of the whole, as with an indicator of one input.
        Offset = Math.Min(first.Offset, second.Offset);
        Timeframe = Common(first.Timeframe, second.Timeframe);
        First = first with { Offset = first.Offset - Offset, Timeframe = null };
        Second = second with { Offset = second.Offset - Offset, Timeframe = null };
        Create = create;
    }

    /// <summary>Makes a new instance.</summary>
    public Func<IPairIndicator<TValue>> Create { get; }

    /// <summary>The first number it reads.</summary>
    public IndicatorSpec First { get; private init; }

    /// <summary>The second number it reads.</summary>
    public IndicatorSpec Second { get; private init; }

    /// <inheritdoc/>
    public override bool NeedsVolume => First.NeedsVolume || Second.NeedsVolume;

    /// <inheritdoc/>
    public override IndicatorKey Key =>
        new(Indicator, Parameters, default, First.Key) { Second = Second.Key, Lag = Second.Offset - First.Offset };

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override IndicatorSpec Resolve(Func<PluginIndicatorSpec, IndicatorSpec> find) =>
        this with { First = First.Resolve(find), Second = Second.Resolve(find) };
}
