namespace Backtest.Tests;

/// <summary>The slippage of market orders by each model, and where it applies.</summary>
public sealed class SlippageModelTests
{
    [Fact]
    public void Fixed_slippage_is_points_of_price() => Assert.Equal([100.25m, 99.75m], Prices(new SlippageConfig.Fixed(0.25m)));

    [Fact]
    public void Fills_at_the_open_may_be_left_out() =>
        Assert.Equal([100m, 100m], Prices(new SlippageConfig.Fixed(0.25m) { SlipsAtOpen = false }));

    [Fact]
    public void A_slipped_price_may_be_kept_within_its_bar() =>
        Assert.Equal([101m, 99m], Prices(new SlippageConfig.Fixed(5) { StaysInBar = true }));

    [Fact]
    public void Volume_share_grows_with_the_square_of_the_share_up_to_a_bound()
    {
        Assert.Equal([100 + (100 * 0.1m * 0.01m * 0.01m)], Prices(new SlippageConfig.VolumeShare(0.1m, 0.025m), volume: 1000).Take(1));
        Assert.Equal([100 + (100 * 0.1m * 0.025m * 0.025m)], Prices(new SlippageConfig.VolumeShare(0.1m, 0.025m), volume: 50).Take(1));
    }

    [Fact]
    public void Volatility_is_that_of_the_ten_sessions_before()
    {
        // Closes alternate up and down by one hundredth; the eleven before the twelfth session make ten returns.
        double[] closes = [.. Enumerable.Range(0, 13).Select(bar => bar % 2 == 0 ? 100.0 : 101.0)];
        double[] returns = [.. Enumerable.Range(1, 10).Select(bar => (closes[bar + 1] / closes[bar]) - 1)];
        double mean = returns.Average();
        double sigma = Math.Sqrt(returns.Sum(one => (one - mean) * (one - mean)) / 9);
        RecordedRun run = Scenario.Of(TestBar.Flat(closes), Plan.On((11, signals => signals.Enter(Direction.Long))))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.Volatility(0.5m) }).Run();

        Assert.Equal(100 * (1 + (0.5 * sigma)), (double)Assert.Single(run.FillPrices), 1e-9);
    }

    [Fact]
    public void Before_there_are_three_sessions_nothing_is_known_and_nothing_slips() =>
        Assert.Equal([100m, 100m], Prices(new SlippageConfig.SquareRoot(1), volume: 1000));

    /// <summary>Almgren, Thum, Hauptmann and Li (2005), table 3: orders of a tenth of a day's volume, J in basis points.</summary>
    [Theory]
    [InlineData(6.561e6, 1728e6, 0.0157, 0.1, 32.22)]
    [InlineData(6.561e6, 1728e6, 0.0157, 0.2, 24.64)]
    [InlineData(6.561e6, 1728e6, 0.0157, 0.5, 18.42)]
    [InlineData(1.929e6, 168e6, 0.0226, 0.1, 42.93)]
    [InlineData(1.929e6, 168e6, 0.0226, 0.2, 32.01)]
    [InlineData(1.929e6, 168e6, 0.0226, 0.5, 23.06)]
    public void Almgrens_impact_is_that_of_the_paper(double volume, double shares, double volatility, double duration, double basisPoints)
    {
        var model = new AlmgrenSlippage((decimal)shares, (decimal)duration);

        Assert.Equal(basisPoints, model.Impact(0.1 * volume, volume, volatility) * 10_000, 0.01);
    }

    [Fact]
    public void The_square_root_of_the_share_times_volatility_is_lost()
    {
        var terms = new SlippageTerms
        {
            Instrument = new Instrument { Symbol = "A" },
            Side = Side.Buy,
            Price = 50,
            Quantity = 400,
            Bar = new MatchedBar(50, 51, 49, 50, 1000),
            SessionVolume = 10_000,
            SessionVolatility = 0.02,
        };

        Assert.Equal(50 * 0.5m * 0.02m * 0.2m, new SquareRootSlippage(0.5m).Slippage(terms), 12);
    }

    [Theory]
    [InlineData("half_spread", "no_quotes")]
    [InlineData("volume_share", "no_volume")]
    [InlineData("square_root", "no_volume")]
    public void Data_without_what_a_model_needs_is_refused(string model, string code)
    {
        SlippageConfig slippage = model switch
        {
            "half_spread" => new SlippageConfig.HalfSpread(),
            "volume_share" => new SlippageConfig.VolumeShare(0.1m, 0.025m),
            _ => new SlippageConfig.SquareRoot(1),
        };
        var thrown = Assert.Throws<InputException>(() => Prices(slippage));

        Assert.Equal((code, "execution.slippage"), (Assert.Single(thrown.Errors).Code, thrown.Errors[0].Key));
    }

    private static IReadOnlyList<decimal> Prices(SlippageConfig slippage, double volume = 0)
    {
        TestBar[] bars = [.. TestBar.Days((100, 101, 99, 100), (100, 101, 99, 100), (100, 101, 99, 100)).Select(bar => bar with { Volume = volume })];
        return Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())))
            .WithExecution(execution => execution with { Slippage = slippage }).Run().FillPrices;
    }
}
