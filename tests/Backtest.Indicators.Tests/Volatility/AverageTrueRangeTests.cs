using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public class AverageTrueRangeTests
{
    [Fact]
    public void A_gap_counts_to_the_close_before()
    {
        BarSeries bars = Bars.Empty();
        Bars.Add(bars, 10, 11, 9, 10);
        Bars.Add(bars, 20, 21, 19, 20);
        Bars.Add(bars, 12, 14, 12, 13);
        double[][] values = Probe.Of(Indicators.Atr(2)).Run(bars);
        Assert.Equal((11.0 + 8.0) / 2, values[2][0]);
    }
}
