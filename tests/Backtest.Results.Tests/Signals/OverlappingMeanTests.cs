using Backtest.Results;
using CsCheck;

namespace Backtest.Tests.Signals;

public sealed class OverlappingMeanTests
{
    [Fact]
    public void Without_overlap_it_is_the_t_of_Student() =>
        Assert.Equal(2 / (1 / Math.Sqrt(3)), OverlappingMean.T([1, 2, 3], [0, 1, 2], span: 1)!.Value, 12);

    [Fact]
    public void Values_that_overlap_share_their_error()
    {
        // The mean is 3 and the excesses are −2, 0, −1, 3: 14 − 2 · ½ · 3 = 11, over 16, times 4/3.
        Assert.Equal(3 / Math.Sqrt(11.0 / 12), OverlappingMean.T([1, 3, 2, 6], [0, 1, 2, 3], span: 2)!.Value, 12);
        // With two turns between entries, nothing overlaps.
        Assert.Equal(
            OverlappingMean.T([1, 3, 2, 6], [0, 1, 2, 3], span: 1), OverlappingMean.T([1, 3, 2, 6], [0, 2, 4, 6], span: 2));
    }

    [Fact]
    public void Values_of_one_turn_are_summed_first() =>
        Assert.Equal(3 / Math.Sqrt(8.0 / 16 * 4 / 3), OverlappingMean.T([1, 3, 2, 6], [0, 0, 1, 1], span: 1)!.Value, 12);

    [Fact]
    public void There_is_none_of_one_value_or_of_what_does_not_vary()
    {
        Assert.Null(OverlappingMean.T([1], [0], span: 1));
        Assert.Null(OverlappingMean.T([2, 2, 2], [0, 1, 2], span: 1));
        Assert.Null(OverlappingMean.Of([]));
    }

    [Fact]
    public void It_is_that_of_its_definition() => Gen.Select(Gen.Select(Gen.Int[-9, 9], Gen.Int[0, 3]).Array[2, 30], Gen.Int[1, 6]).Sample((drawn, span) =>
    {
        double[] values = [.. drawn.Select(pair => (double)pair.Item1)];
        long[] turns = new long[values.Length];
        for (int i = 1; i < turns.Length; i++)
            turns[i] = turns[i - 1] + drawn[i].Item2;
        double mean = values.Average();
        double total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
                total += Math.Max(0, 1 - (Math.Abs(turns[i] - turns[j]) / (double)span)) * (values[i] - mean) * (values[j] - mean);
        }

        double n = values.Length;
        double variance = total / (n * n) * n / (n - 1);
        double? found = OverlappingMean.T(values, turns, span);
        if (variance > 1e-9)
            Assert.Equal(mean / Math.Sqrt(variance), found!.Value, 6);
    });
}
