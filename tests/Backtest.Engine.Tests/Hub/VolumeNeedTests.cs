namespace Backtest.Tests;

public sealed class VolumeNeedTests
{
    public static TheoryData<IndicatorSpec> Needing =>
    [
        Indicators.Obv(), Indicators.Mfi(2), Indicators.Ema(2).Of(Indicators.Obv()),
        Indicators.Correlation(2, BarField.Close, BarField.Volume), Indicators.VolumeOscillator(1, 2),
    ];

    [Theory, MemberData(nameof(Needing))]
    public void An_indicator_that_needs_volume_is_refused_on_data_without(IndicatorSpec spec)
    {
        InputException refused = Assert.Throws<InputException>(
            () => Scenario.Of(TestBar.Flat(10, 11, 12), Plan.Idle).WithIndicators("main", spec).Run());

        Assert.Equal("no_volume", Assert.Single(refused.Errors).Code);
        Assert.Contains("'A'", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Needing))]
    public void On_data_with_volume_it_is_not(IndicatorSpec spec) => Assert.Equal(
        RunStatus.Completed, Scenario.Of(TestBar.Volumes(10, 100, 40, 50), Plan.Idle).WithIndicators("main", spec).Run().Result.Status);

    [Fact]
    public void What_goes_by_prices_alone_or_averages_volumes_runs_on_any_data() => Assert.Equal(
        RunStatus.Completed, Scenario.Of(TestBar.Flat(10, 11, 12), Plan.Idle)
            .WithIndicators("main", Indicators.Ema(2), Indicators.Atr(1), Indicators.Sma(2).From(BarField.Volume)).Run().Result.Status);
}
