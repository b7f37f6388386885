using Backtest.Reporting;
using CsCheck;

namespace Backtest.Tests;

public sealed class BarBucketsTests
{
    private static readonly Gen<(int Bars, int[] Fills, int Radius, int Most)> Cases =
        Gen.Select(Gen.Int[1, 3000], Gen.Int[0, 2999].Array[0, 12], Gen.Int[0, 20], Gen.Int[8, 300]);

    [Fact]
    public void Every_bar_is_in_one_bucket_and_each_bucket_is_exact() => Cases.Sample(one =>
    {
        Bucket[] bars = Bars(one.Bars);
        Bucket[] buckets = Buckets(bars, one.Fills, one.Radius, one.Most);
        int at = 0;
        foreach (Bucket bucket in buckets)
        {
            Bucket[] its = bars[at..(at + bucket.Count)];
            Assert.Equal((its[0].Start, its[0].Open, its[^1].Close), (bucket.Start, bucket.Open, bucket.Close));
            Assert.Equal((its.Max(bar => bar.High), its.Min(bar => bar.Low)), (bucket.High, bucket.Low));
            Assert.Equal(its.Sum(bar => bar.Volume), bucket.Volume, 1e-6);
            Assert.Same(its[^1].Lines, bucket.Lines);
            at += bucket.Count;
        }

        Assert.Equal(bars.Length, at);
    });

    [Fact]
    public void Bars_around_a_fill_stay_single() => Cases.Sample(one =>
    {
        Bucket[] buckets = Buckets(Bars(one.Bars), one.Fills, one.Radius, one.Most);
        HashSet<long> single = [.. buckets.Where(bucket => bucket.Count == 1).Select(bucket => bucket.Start)];
        foreach (int fill in one.Fills.Where(fill => fill < one.Bars))
        {
            for (int bar = Math.Max(0, fill - one.Radius); bar <= Math.Min(one.Bars - 1, fill + one.Radius); bar++)
                Assert.Contains(bar, single);
        }
    });

    [Fact]
    public void However_many_bars_there_are_no_more_than_asked_for_are_kept()
    {
        Bucket[] buckets = Buckets(Bars(1_000_000), [], radius: 0, most: 1000);
        Assert.InRange(buckets.Length, 500, 1001);
    }

    [Fact]
    public void Few_bars_are_all_single() => Assert.All(Buckets(Bars(1000), [], radius: 0, most: 1000), bucket => Assert.Equal(1, bucket.Count));

    // Bars that start at 0, 1, 2 … and have a length of one.
    private static Bucket[] Buckets(Bucket[] bars, int[] fills, int radius, int most)
    {
        var buckets = new BarBuckets([.. fills.Distinct().Order().Select(fill => (long)fill)], radius, most);
        foreach (Bucket bar in bars)
            buckets.Add(bar, bar.Start + 1);
        Assert.Equal(bars.Length, buckets.Bars);
        return buckets.Complete().ToArray();
    }

    private static Bucket[] Bars(int count)
    {
        var bars = new Bucket[count];
        for (int i = 0; i < count; i++)
        {
            double open = 100 + (10 * Math.Sin(i * 0.1)) + (i % 7);
            double close = 100 + (10 * Math.Sin((i + 1) * 0.1)) + (i % 5);
            bars[i] = new Bucket
            {
                Start = i,
                Count = 1,
                Open = open,
                Close = close,
                High = Math.Max(open, close) + (i % 3),
                Low = Math.Min(open, close) - (i % 4),
                Volume = i % 11,
                Lines = [i]
            };
        }

        return bars;
    }
}
