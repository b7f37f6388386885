using System.Reflection;
using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Drives an indicator of any kind and reads its values as numbers.</summary>
internal abstract class Probe
{
    public abstract bool IsReady { get; }

    public abstract double[] Undefined { get; }

    public static Probe Of(IndicatorSpec spec)
    {
        Type kind = spec.GetType();
        Type form = kind.GetGenericTypeDefinition();
        Type probe = form == typeof(SeriesIndicatorSpec<>) ? typeof(Series<>) : form == typeof(PairIndicatorSpec<>) ? typeof(Pair<>) : typeof(Whole<>);
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

    /// <summary>The numbers at each bar, computed in columns of these lengths, the last one as long as needed.</summary>
    public abstract double[][] RunInColumns(BarSeries bars, IEnumerable<int> lengths);

    public abstract double[] Update(BarSeries bars, int row);

    /// <summary>Feeds the bars from row <paramref name="from"/> to row <paramref name="to"/>, exclusive, and discards the values.</summary>
    public abstract void Feed(BarSeries bars, int from, int to);

    public abstract void Reset();

    // A value is a number, or a struct that consists only of numbers.
    internal static double[] Numbers<T>(T value)
        where T : struct => MemoryMarshal.Cast<T, double>(new ReadOnlySpan<T>(in value)).ToArray();

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

        public override double[][] RunInColumns(BarSeries bars, IEnumerable<int> lengths)
        {
            var values = new T[bars.Count];
            int done = 0;
            foreach (int length in lengths.Append(bars.Count))
                NextColumn(bars, done, values.AsSpan(done, Math.Min(length, bars.Count - done)), ref done);
            Assert.Equal(bars.Count, done);
            return [.. values.Select(Numbers)];
        }

        protected abstract T Next(BarSeries bars, int row);

        protected abstract void NextColumn(BarSeries bars, int from, Span<T> values, ref int done);

        protected static double[] Field(BarSeries bars, BarField field, int from, int count) =>
            [.. Enumerable.Range(from, count).Select(row => new BarEvent(bars, row)[field])];

    }

    private sealed class Series<T>(SeriesIndicatorSpec<T> spec, ISeriesIndicator<T> indicator) : Typed<T>(indicator)
        where T : struct
    {
        public Series(SeriesIndicatorSpec<T> spec)
            : this(spec, spec.Create())
        {
        }

        protected override T Next(BarSeries bars, int row) => indicator.Update(new BarEvent(bars, row)[spec.Source]);

        protected override void NextColumn(BarSeries bars, int from, Span<T> values, ref int done) =>
            Assert.IsAssignableFrom<ISeriesColumn<T>>(indicator)
                .Update(Field(bars, spec.Source, from, values.Length), values, ref done);
    }

    private sealed class Pair<T>(PairIndicatorSpec<T> spec, IPairIndicator<T> indicator) : Typed<T>(indicator)
        where T : struct
    {
        public Pair(PairIndicatorSpec<T> spec)
            : this(spec, spec.Create())
        {
        }

        // Supports fields only: indicators of other indicators are computed by the hub.
        protected override T Next(BarSeries bars, int row) =>
            indicator.Update(new BarEvent(bars, row)[spec.First.Source], new BarEvent(bars, row)[spec.Second.Source]);

        protected override void NextColumn(BarSeries bars, int from, Span<T> values, ref int done) =>
            Assert.IsAssignableFrom<IPairColumn<T>>(indicator).Update(
                Field(bars, spec.First.Source, from, values.Length), Field(bars, spec.Second.Source, from, values.Length), values, ref done);
    }

    private sealed class Whole<T>(IBarIndicator<T> indicator) : Typed<T>(indicator)
        where T : struct
    {
        public Whole(BarIndicatorSpec<T> spec)
            : this(spec.Create())
        {
        }

        protected override T Next(BarSeries bars, int row) => indicator.Update(new BarEvent(bars, row));

        protected override void NextColumn(BarSeries bars, int from, Span<T> values, ref int done) =>
            Assert.IsAssignableFrom<IBarColumn<T>>(indicator).Update(bars, from, values, ref done);
    }
}
