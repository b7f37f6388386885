namespace Backtest;

/// <summary>A specification of an indicator that reads one number a bar.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public sealed record SeriesIndicatorSpec<TValue> : IndicatorSpec
    where TValue : struct
{
    internal SeriesIndicatorSpec(Type indicator, ParameterValues parameters, Func<ISeriesIndicator<TValue>> create)
        : base(indicator, parameters) => Create = create;

    /// <summary>Makes a new instance.</summary>
    public Func<ISeriesIndicator<TValue>> Create { get; }
}
