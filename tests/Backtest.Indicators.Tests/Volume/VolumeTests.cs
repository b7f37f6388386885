using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public class VolumeTests
{
    public static TheoryData<string> Names => [.. VolumeCases.All.Select(indicator => indicator.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Data_without_volume_gives_numbers_all_the_same(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        double[][] values = indicator.Create().Run(Bars.Random(100).WithoutVolume());
        Assert.All(values.Skip(indicator.FirstDefined(indicator.Period)), value => Assert.True(double.IsFinite(value[0])));
    }

    [Fact]
    public void The_volume_weighted_price_begins_anew_with_the_trading_day()
    {
        BarSeries bars = Bars.Empty();
        for (int bar = 0; bar < 8; bar++)
            Bars.Add(bars, 10, 11, 9, 10, volume: 500);
        Bars.Add(bars, 20, 21, 19, 20, volume: 100);
        Bars.Add(bars, 30, 31, 29, 30, volume: 300);
        double[][] values = Probe.Of(Indicators.Vwap()).Run(bars);
        Assert.Equal([10, 20, 27.5], values[7..].Select(value => value[0]));
    }

    [Fact]
    public void The_balance_adds_on_a_rise_takes_off_on_a_fall_and_rests_between()
    {
        BarSeries bars = Bars.Empty();
        foreach ((double close, double volume) in ((double, double)[])[(10, 7), (11, 100), (11, 50), (9, 30)])
            Bars.Add(bars, close, close, close, close, volume);
        double[][] values = Probe.Of(Indicators.Obv()).Run(bars);
        Assert.Equal([double.NaN, 100, 100, 70], values.Select(value => value[0]));
    }

    [Fact]
    public void The_negative_index_moves_on_lower_volume_alone_and_the_positive_on_higher()
    {
        BarSeries bars = Bars.Empty();
        foreach ((double close, double volume) in ((double, double)[])[(10, 100), (12, 50), (6, 80), (9, 80)])
            Bars.Add(bars, close, close, close, close, volume);
        Assert.Equal([1200, 1200, 1200], Probe.Of(Indicators.Nvi()).Run(bars)[1..].Select(value => value[0]));
        Assert.Equal([1000, 500, 500], Probe.Of(Indicators.Pvi()).Run(bars)[1..].Select(value => value[0]));
    }
}
