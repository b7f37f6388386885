using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public class DonchianChannelTests
{
    [Fact]
    public void It_holds_the_highs_and_lows_of_the_last_bars()
    {
        BarSeries bars = Bars.Empty();
        Bars.Add(bars, 5, 9, 1, 5);
        Bars.Add(bars, 5, 7, 3, 5);
        Bars.Add(bars, 5, 6, 4, 5);
        double[][] values = Probe.Of(Indicators.Donchian(2)).Run(bars);
        Assert.Equal([9, 5, 1], values[1]);
        Assert.Equal([7, 5, 3], values[2]);
    }
}
