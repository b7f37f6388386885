using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>The values a hub computes for one specification, over chunks of given lengths.</summary>
internal sealed class HubRun : IIndicatorEvents
{
    private HubRun(double[][] values, long readyIndex) => (Values, ReadyIndex) = (values, readyIndex);

    public double[][] Values { get; }

    public long ReadyIndex { get; }

    public static HubRun Of(IndicatorSpec spec, BarSeries bars, IEnumerable<int> lengths)
    {
        Func<IndicatorSpec, BarSeries, IEnumerable<int>, HubRun> run = Of<double>;
        return (HubRun)run.Method.GetGenericMethodDefinition().MakeGenericMethod(spec.GetType().GenericTypeArguments)
            .Invoke(null, [spec, bars, lengths])!;
    }

    void IIndicatorEvents.Emit(in IndicatorsReady indicators)
    {
    }

    private static HubRun Of<T>(IndicatorSpec spec, BarSeries bars, IEnumerable<int> lengths)
        where T : struct
    {
        BarSeries series = Bars.Empty();
        var run = new RunSeries([series], []);
        var hub = new IndicatorHub(run);
        IndicatorReader<T> reader = hub.Request<T>(spec, series);
        var values = new List<double[]>();
        foreach (int length in lengths.Append(bars.Count))
        {
            series.Advance();
            series.Append(bars, values.Count, Math.Min(length, bars.Count - values.Count));
            hub.OnBars(new BarChunk(run), new HubRun([], 0));
            for (int row = 0; row < series.Count; row++)
                values.Add(Probe.Numbers(reader[row]));
        }

        Assert.Null(reader.Column.Fault);
        return new HubRun([.. values], reader.Column.ReadyIndex);
    }
}
