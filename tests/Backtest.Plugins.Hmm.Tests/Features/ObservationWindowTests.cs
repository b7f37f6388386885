using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class ObservationWindowTests
{
    [Fact]
    public void An_expanding_window_keeps_everything()
    {
        ObservationWindow window = Filled(limit: null, count: 5000);

        Assert.Equal(Expected(0, 5000), window.Observations.ToArray());
        Assert.Equal(5000, window.Returns.Length);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(99)]
    [InlineData(100)]
    public void A_rolling_window_keeps_the_last_ones(int count)
    {
        ObservationWindow window = Filled(limit: 10, count);

        Assert.Equal(Expected(Math.Max(0, count - 10), count), window.Observations.ToArray());
        Assert.Equal(-(count - 1), window.Returns[^1]);
    }

    [Fact]
    public void A_rolling_window_allocates_nothing_more()
    {
        ObservationWindow window = Filled(limit: 10, count: 30);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            window.Add([i, i], i);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ObservationWindow Filled(int? limit, int count)
    {
        var window = new ObservationWindow(features: 2, limit);
        for (int i = 0; i < count; i++)
            window.Add([i, i + 0.5], -i);
        return window;
    }

    private static double[] Expected(int from, int to) =>
        [.. Enumerable.Range(from, to - from).SelectMany(i => new[] { i, i + 0.5 })];
}
