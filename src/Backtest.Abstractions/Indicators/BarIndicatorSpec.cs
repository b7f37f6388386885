namespace Backtest;

/// <summary>A specification of an indicator that reads whole bars.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public sealed record BarIndicatorSpec<TValue> : IndicatorSpec
    where TValue : struct
{
    internal BarIndicatorSpec(Type indicator, ParameterValues parameters, Func<IBarIndicator<TValue>> create)
        : base(indicator, parameters) => Create = create;

    /// <inheritdoc/>
    public override bool NeedsVolume => Indicator == typeof(FieldValue)
        ? Source == BarField.Volume
        : Attribute.IsDefined(Indicator, typeof(ReadsVolumeAttribute), inherit: true);

    /// <summary>Makes a new instance.</summary>
    public Func<IBarIndicator<TValue>> Create { get; }
}
