using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>One instance of an indicator, fed by hand.</summary>
internal abstract class IndicatorStream
{
    /// <summary>A stream of a new instance.</summary>
    public static IndicatorStream Of(IndicatorSpec spec) => (IndicatorStream)Activator.CreateInstance(
        typeof(IndicatorStream<>).MakeGenericType(spec.GetType().GenericTypeArguments),
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, binder: null, [spec], culture: null)!;

    /// <summary>The instance.</summary>
    public abstract object Indicator { get; }

    public abstract bool IsReady { get; }

    /// <summary>Whether the last value is the undefined one.</summary>
    public abstract bool IsUndefined { get; }

    /// <summary>Whether what it yields until it is ready is not a number, or holds none.</summary>
    public abstract bool IsUndefinedNumber { get; }

    public abstract void Update(BarEvent bar);

    public abstract void Reset();

    /// <summary>Whether it can take many bars in one call.</summary>
    public abstract bool HasColumns { get; }

    /// <summary>Takes all bars, so many in each call, and another stream of the same indicator bar by bar.</summary>
    /// <returns>The first row at which they differ; <see langword="null"/>: none.</returns>
    public abstract int? DifferenceInColumns(IndicatorStream rowByRow, BarSeries bars, IEnumerable<int> lengths);

    /// <summary>Whether another stream of the same indicator stands where this one does.</summary>
    public abstract bool IsAt(IndicatorStream other);
}
