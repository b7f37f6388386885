using System.Reflection;
using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Drives an indicator of any kind, and reads what it yields as numbers.</summary>
internal abstract class Probe
{
    public abstract bool IsReady { get; }

    public abstract double[] Undefined { get; }

    public static Probe Of(IndicatorSpec spec)
    {
        Type kind = spec.GetType();
        Type probe = kind.GetGenericTypeDefinition() == typeof(SeriesIndicatorSpec<>) ? typeof(Series<>) : typeof(Whole<>);
        return (Probe)Activator.CreateInstance(
            probe.MakeGenericType(kind.GenericTypeArguments),
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, binder: null, [spec], culture: null)!;
    }

    /// <summary>The numbers at each bar.</summary>
    public double[][] Run(BarSeries bars)
    {
        var values = new double[bars.Count][];
        for (int row = 0; row < bars.Count; row++)
            values[row] = Update(bars, row);
        return values;
    }

    public abstract double[] Update(BarSeries bars, int row);

    /// <summary>Takes the bars from a row up to another, excluded, and forgets what it yields.</summary>
    public abstract void Feed(BarSeries bars, int from, int to);

    public abstract void Reset();

    private abstract class Typed<T>(IIndicator<T> indicator) : Probe
        where T : struct
    {
        public override bool IsReady => indicator.IsReady;

        public override double[] Undefined => Numbers(indicator.Undefined);

        public override double[] Update(BarSeries bars, int row) => Numbers(Next(bars, row));

        public override void Feed(BarSeries bars, int from, int to)
        {
            for (int row = from; row < to; row++)
                Next(bars, row);
        }

        public override void Reset() => indicator.Reset();

        protected abstract T Next(BarSeries bars, int row);

        // A value is a number, or a struct of numbers and nothing else.
        private static double[] Numbers(T value) => MemoryMarshal.Cast<T, double>(new ReadOnlySpan<T>(in value)).ToArray();
    }

    private sealed class Series<T>(SeriesIndicatorSpec<T> spec, ISeriesIndicator<T> indicator) : Typed<T>(indicator)
        where T : struct
    {
        public Series(SeriesIndicatorSpec<T> spec)
            : this(spec, spec.Create())
        {
        }

        protected override T Next(BarSeries bars, int row) => indicator.Update(new BarEvent(bars, row)[spec.Source]);
    }

    private sealed class Whole<T>(IBarIndicator<T> indicator) : Typed<T>(indicator)
        where T : struct
    {
        public Whole(BarIndicatorSpec<T> spec)
            : this(spec.Create())
        {
        }

        protected override T Next(BarSeries bars, int row) => indicator.Update(new BarEvent(bars, row));
    }
}
