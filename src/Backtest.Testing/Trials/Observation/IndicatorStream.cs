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

    /// <summary>Whether its value until it is ready is not a number, or holds none.</summary>
    public abstract bool IsUndefinedNumber { get; }

    public abstract void Update(BarEvent bar);

    public abstract void Reset();

    /// <summary>Whether it can take many bars in one call.</summary>
    public abstract bool HasColumns { get; }

    /// <summary>Feeds all bars in calls of these lengths, and feeds another stream of the same indicator bar by bar.</summary>
    /// <returns>The first row at which they differ; <see langword="null"/> if none.</returns>
    public abstract int? DifferenceInColumns(IndicatorStream rowByRow, BarSeries bars, IEnumerable<int> lengths);

    /// <summary>Whether another stream of the same indicator has the same value and readiness as this one.</summary>
    public abstract bool IsAt(IndicatorStream other);
}
