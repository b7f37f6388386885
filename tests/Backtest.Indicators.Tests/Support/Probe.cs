using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Drives an indicator of any kind, and reads what it yields as numbers.</summary>
internal abstract partial class Probe
{
    public abstract bool IsReady { get; }

    public abstract double[] Undefined { get; }

    public static Probe Of(IndicatorSpec spec) => spec switch
    {
        SeriesIndicatorSpec<double> series => new Series<double>(series.Create(), Numbers),
        SeriesIndicatorSpec<BandValue> bands => new Series<BandValue>(bands.Create(), Numbers),
        SeriesIndicatorSpec<RegressionValue> line => new Series<RegressionValue>(line.Create(), Numbers),
        BarIndicatorSpec<double> bars => new Whole<double>(bars.Create(), Numbers),
        BarIndicatorSpec<ChannelValue> channel => new Whole<ChannelValue>(channel.Create(), Numbers),
        BarIndicatorSpec<DirectionalValue> trend => new Whole<DirectionalValue>(trend.Create(), Numbers),
        _ => throw new ArgumentException($"Tell the probe what numbers {spec.Indicator.Name} yields."),
    };

    /// <summary>The numbers at each bar.</summary>
    public double[][] Run(BarSeries bars)
    {
        var values = new double[bars.Count][];
        for (int row = 0; row < bars.Count; row++)
            values[row] = Update(bars, row);
        return values;
    }

    public abstract double[] Update(BarSeries bars, int row);

    /// <summary>Takes all bars and forgets what it yields.</summary>
    public abstract void Feed(BarSeries bars);

    public abstract void Reset();

    private static double[] Numbers(double value) => [value];

    private static double[] Numbers(BandValue value) => [value.Upper, value.Middle, value.Lower, value.Deviation];

    private static double[] Numbers(RegressionValue value) => [value.Slope, value.Fitted, value.RSquared];

    private static double[] Numbers(ChannelValue value) => [value.Upper, value.Middle, value.Lower];

    private static double[] Numbers(DirectionalValue value) => [value.Adx, value.PlusDi, value.MinusDi];

    private abstract class Typed<T>(IIndicator<T> indicator, Func<T, double[]> numbers) : Probe
        where T : struct
    {
        public override bool IsReady => indicator.IsReady;

        public override double[] Undefined => numbers(indicator.Undefined);

        public override double[] Update(BarSeries bars, int row) => numbers(Next(bars, row));

        public override void Feed(BarSeries bars)
        {
            for (int row = 0; row < bars.Count; row++)
                Next(bars, row);
        }

        public override void Reset() => indicator.Reset();

        protected abstract T Next(BarSeries bars, int row);
    }

    private sealed class Series<T>(ISeriesIndicator<T> indicator, Func<T, double[]> numbers) : Typed<T>(indicator, numbers)
        where T : struct
    {
        protected override T Next(BarSeries bars, int row) => indicator.Update(bars.Close[row]);
    }

    private sealed class Whole<T>(IBarIndicator<T> indicator, Func<T, double[]> numbers) : Typed<T>(indicator, numbers)
        where T : struct
    {
        protected override T Next(BarSeries bars, int row) => indicator.Update(new BarEvent(bars, row));
    }
}
