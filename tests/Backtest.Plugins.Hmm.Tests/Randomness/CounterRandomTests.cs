using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class CounterRandomTests
{
    [Fact]
    public void Bits_are_those_of_the_published_generator()
    {
        // The first outputs for seed 1234567, as listed for SplitMix64 on Rosetta Code.
        var random = new CounterRandom(1234567);

        Assert.Equal(6457827717110365317UL, random.NextBits());
        Assert.Equal(3203168211198807973UL, random.NextBits());
        Assert.Equal(9817491932198370423UL, random.NextBits());
    }

    [Fact]
    public void Numbers_fill_the_unit_interval_evenly()
    {
        var random = new CounterRandom(0);
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++)
            counts[(int)(random.NextDouble() * 10)]++;

        Assert.All(counts, count => Assert.InRange(count, 9_700, 10_300));
    }

    [Fact]
    public void Integers_stay_below_their_bound()
    {
        var random = new CounterRandom(0);

        Assert.Equal([0, 1, 2], Enumerable.Range(0, 100).Select(_ => random.NextInt32(3)).Distinct().Order());
    }
}
