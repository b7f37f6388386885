using Backtest.Research;
using CsCheck;

namespace Backtest.Tests;

public sealed class BenjaminiHochbergTests
{
    // The result of p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") in R.
    [Fact]
    public void Values_are_those_of_R() => Assert.Equal([0.02, 0.04, 0.04, 0.02], BenjaminiHochberg.Adjust([0.01, 0.04, 0.03, 0.005]).Select(value => Math.Round(value, 12)));

    // At each level, the findings are the longest prefix of the sorted values whose last one is at most rank / n times the level.
    [Fact]
    public void What_is_found_at_a_level_is_what_stepping_up_finds() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 20], Gen.Double[0.01, 0.5]).Sample((values, level) =>
        {
            double[] sorted = [.. values.Order()];
            int found = Enumerable.Range(1, sorted.Length).Where(rank => sorted[rank - 1] <= level * rank / sorted.Length).DefaultIfEmpty(0).Max();

            Assert.Equal(found, BenjaminiHochberg.Adjust(values).Count(value => value <= level));
        });

    [Fact]
    public void Of_no_test_there_is_none() => Assert.Empty(BenjaminiHochberg.Adjust([]));
}
