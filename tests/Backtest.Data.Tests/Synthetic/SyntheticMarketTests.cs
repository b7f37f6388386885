using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Synthetic;

public sealed class SyntheticMarketTests
{
    private static readonly SyntheticBars Plain = new() { Seed = 42, Bars = 50_000, Drift = 0, Volatility = 0.001 };

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Symbols_are_correlated_as_asked_for(double correlation)
    {
        double[][] returns = Returns(Plain with { Correlation = correlation }, "A", "B", "C");

        Assert.InRange(Correlation(returns[0], returns[1]), correlation - 0.02, correlation + 0.02);
        Assert.InRange(Correlation(returns[1], returns[2]), correlation - 0.02, correlation + 0.02);
        Assert.All(returns, values => Assert.InRange(Deviation(values), 0.00098, 0.00102));
    }

    [Fact]
    public void A_symbol_has_the_same_bars_whoever_else_moves_with_the_market()
    {
        SyntheticBars bars = Plain with { Correlation = 0.5 };
        Assert.Equal(Returns(bars, "A", "B")[0], Returns(bars, "A")[0]);
    }

    [Fact]
    public void Jumps_come_as_often_and_as_far_as_asked_for_and_change_nothing_else()
    {
        double[] without = Returns(Plain, "A")[0];
        double[] with = Returns(Plain with { Jumps = new SyntheticJumps(0.02, 0.05) }, "A")[0];
        double[] jumps = [.. with.Zip(without, (one, other) => one - other).Where(jump => Math.Abs(jump) > 1e-9)];

        Assert.InRange(jumps.Length / 50_000.0, 0.018, 0.022);
        Assert.InRange(Deviation(jumps), 0.046, 0.054);
    }

    [Fact]
    public void Regimes_last_as_long_and_move_as_much_as_asked_for()
    {
        SyntheticBars bars = Plain with { Regimes = [new(0, 0.0001, 300), new(0, 0.01, 100)] };
        double[] returns = Returns(bars, "A")[0];

        double calm = returns.Count(value => Math.Abs(value) < 0.0007) / 50_000.0;
        Assert.InRange(calm, 0.70, 0.85); // three quarters of the time, and the small moves of the other
    }

    [Fact]
    public void A_gap_parts_a_bar_from_the_one_before()
    {
        BarSeries bars = Read(Plain with { Gap = 0.01 }, "A");
        double[] gaps = [.. Enumerable.Range(1, bars.Count - 1).Select(row => bars.Open[row] / bars.Close[row - 1] - 1)];

        Assert.InRange(Deviation(gaps), 0.0097, 0.0103);
        Assert.All(Enumerable.Range(0, bars.Count), row => Assert.True(
            bars.Low[row] > 0 && bars.Low[row] <= Math.Min(bars.Open[row], bars.Close[row])
            && bars.High[row] >= Math.Max(bars.Open[row], bars.Close[row])));
    }

    [Fact]
    public void Missing_bars_are_left_out_for_each_symbol_others_and_the_rest_is_the_same()
    {
        BarSeries whole = Read(Plain, "A");
        BarSeries one = Read(Plain with { Missing = 0.1 }, "A");
        BarSeries other = Read(Plain with { Missing = 0.1 }, "B");
        Dictionary<long, double> closes = Enumerable.Range(0, whole.Count).ToDictionary(row => whole.Start[row], row => whole.Close[row]);

        Assert.InRange(one.Count, 44_500, 45_500);
        Assert.All(Enumerable.Range(0, one.Count), row => Assert.Equal(closes[one.Start[row]], one.Close[row]));
        Assert.NotEqual(one.Start[..100], other.Start[..100]);
    }

    [Theory]
    [InlineData("data.correlation: 1.5 is out of range; expected 0 to 1.")]
    [InlineData("data.gap: 1 is out of range; expected 0 to 0.15.")]
    [InlineData("data.missing: 1 is out of range; expected 0 to 0.9.")]
    [InlineData("data.jumps: a rate of 2 and a size of 0.1 are out of range; expected 0 to 1, and 0 to 0.15.")]
    [InlineData("data.volatility: 0.5 is out of range; expected 0 to 0.15.")]
    [InlineData("data.regimes: a regime lasts less than one bar; expected 1 or more.")]
    public void Figures_out_of_range_are_errors(string message)
    {
        var bars = new SyntheticBars
        {
            Correlation = 1.5,
            Gap = 1,
            Missing = 1,
            Jumps = new SyntheticJumps(2, 0.1),
            Regimes = [new(0, 0.5, 0)],
        };
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Open(Options(bars, "A")));
        Assert.Contains(exception.Errors, error => error.ToString().StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Synthetic_markets_have_no_exchange() => Assert.StartsWith(
        "instruments.A.calendar: A is synthetic, but synthetic markets never close.",
        Assert.Throws<InputException>(() => DataFolder.Open(
            Options(Plain, "A", "B") with { Calendars = new Dictionary<string, string> { ["A"] = "XNYS" } })).Message,
        StringComparison.Ordinal);

    private static BarSourceOptions.Synthetic Options(SyntheticBars bars, params string[] symbols) =>
        new() { Bars = bars, Symbols = symbols, Timeframe = Timeframe.Minute };

    private static BarSeries Read(SyntheticBars bars, string symbol)
    {
        using IBarSource source = DataFolder.Open(Options(bars, symbol));
        return DataFolder.Bars(source, symbol, block: 1000);
    }

    private static double[][] Returns(SyntheticBars bars, params string[] symbols)
    {
        using IBarSource source = DataFolder.Open(Options(bars, symbols));
        return [.. symbols.Select(symbol =>
        {
            BarSeries series = DataFolder.Bars(source, symbol, block: 1000);
            return Enumerable.Range(0, series.Count).Select(row => series.Close[row] / series.Open[row] - 1).ToArray();
        })];
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Correlation(double[] left, double[] right)
    {
        double leftMean = left.Average();
        double rightMean = right.Average();
        return left.Zip(right, (one, other) => (one - leftMean) * (other - rightMean)).Average() / (Deviation(left) * Deviation(right));
    }
}
