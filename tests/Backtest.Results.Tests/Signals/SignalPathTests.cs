using Backtest.Results;

namespace Backtest.Tests.Signals;

public sealed class SignalPathTests
{
    private static readonly (double Open, double High, double Low, double Close)[] Bars =
        [(100, 105, 99, 102), (102, 110, 101, 108), (108, 109, 95, 96)];

    [Fact]
    public void A_long_signal_runs_from_the_next_open_to_the_close_of_its_horizon()
    {
        SignalPath path = Follow(1, Bars);

        Near([0.02, -0.04], path.Return);
        Near([0.05, 0.10], path.Best);
        Near([-0.01, -0.05], path.Worst);
        Near([0.02, -0.04], path.Market);
        Assert.True(path.IsComplete);
    }

    [Fact]
    public void A_short_signal_has_the_other_sign()
    {
        SignalPath path = Follow(-1, Bars);

        Near([-0.02, 0.04], path.Return);
        Near([0.01, 0.05], path.Best);
        Near([-0.05, -0.10], path.Worst);
        Near([0.02, -0.04], path.Market);
    }

    [Fact]
    public void A_horizon_that_is_not_over_has_nothing()
    {
        SignalPath path = Follow(1, Bars[..2]);

        Assert.False(path.IsComplete);
        Assert.Equal(0.02, path.Return(0), 12);
        Assert.True(double.IsNaN(path.Return(1)) && double.IsNaN(path.Best(1)) && double.IsNaN(path.Worst(1)) && double.IsNaN(path.Market(1)));
    }

    [Fact]
    public void A_span_counts_turns_from_the_signal_to_the_end_of_the_horizon()
    {
        SignalPath path = Follow(1, Bars);

        Assert.Equal((2, 6), (path.Span(0), path.Span(1)));
    }

    [Fact]
    public void A_split_on_the_way_changes_nothing()
    {
        SignalPath path = new(1, [1, 3], turn: 10);
        Take(path, Bars[0], 0);
        path.Split(2);
        Take(path, (51, 55, 50.5, 54), 1);
        Take(path, (54, 54.5, 47.5, 48), 2);

        Near([0.02, -0.04], path.Return);
        Near([0.05, 0.10], path.Best);
    }

    [Fact]
    public void A_dividend_on_the_way_is_earned_and_one_before_the_entry_is_not()
    {
        SignalPath path = new(1, [1, 3], turn: 10);
        path.Dividend(50);
        Take(path, Bars[0], 0);
        path.Dividend(3);
        Take(path, Bars[1], 1);
        Take(path, Bars[2], 2);

        Near([0.02, -0.01], path.Return);
    }

    [Fact]
    public void Of_a_price_that_is_not_above_zero_there_is_no_return()
    {
        SignalPath path = new(1, [1], turn: 0);
        path.Take(0, 1, 0, 1, end: 1);

        Assert.True(path.IsComplete);
        Assert.True(double.IsNaN(path.Return(0)));
    }

    private static SignalPath Follow(int sign, (double, double, double, double)[] bars)
    {
        SignalPath path = new(sign, [1, 3], turn: 10);
        for (int i = 0; i < bars.Length; i++)
            Take(path, bars[i], i);
        return path;
    }

    // Every other turn belongs to another symbol.
    private static void Take(SignalPath path, (double Open, double High, double Low, double Close) bar, int place) =>
        path.Take(bar.Open, bar.High, bar.Low, bar.Close, end: 12 + (2 * place));

    private static void Near(double[] expected, Func<int, double> found)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found(i), 12);
    }
}
