namespace Backtest.Tests;

public class IndicatorsTests
{
    [Fact]
    public void Equal_requests_are_one_computation()
    {
        Assert.Equal(Indicators.Sma(20).Key, Indicators.Sma(20).Key);
        Assert.Equal(Indicators.Bollinger(20, 2.5).Key, Indicators.Bollinger(20, 2.5).Key);
        Assert.Equal(Indicators.LogReturn().Key, Indicators.LogReturn().Key);
    }

    [Fact]
    public void A_call_is_the_same_computation_as_the_type_with_its_arguments() =>
        Assert.Equal(
            IndicatorSpec.Series<SimpleMovingAverage, double>(() => new SimpleMovingAverage(20), 20).Key,
            Indicators.Sma(20).Key);

    [Fact]
    public void Another_parameter_type_or_field_is_another_computation()
    {
        IndicatorKey key = Indicators.Sma(20).Key;
        Assert.NotEqual(key, Indicators.Sma(21).Key);
        Assert.NotEqual(key, Indicators.Ema(20).Key);
        Assert.NotEqual(key, Indicators.Sma(20).From(BarField.Volume).Key);
        Assert.NotEqual(Indicators.Bollinger(20, 2).Key, Indicators.Bollinger(20, 3).Key);
    }

    [Fact]
    public void The_input_is_part_of_the_computation()
    {
        IndicatorKey key = Indicators.Sma(20).Of(Indicators.Rsi(14)).Key;
        Assert.Equal(key, Indicators.Sma(20).Of(Indicators.Rsi(14)).Key);
        Assert.NotEqual(key, Indicators.Sma(20).Of(Indicators.Rsi(15)).Key);
        Assert.NotEqual(key, Indicators.Sma(20).Key);
    }

    [Fact]
    public void An_offset_is_a_view_of_the_same_computation() =>
        Assert.Equal(Indicators.Donchian(20).Key, Indicators.Donchian(20).Ago(1).Key);
}
