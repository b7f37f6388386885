using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class RowSortTests
{
    /// <summary>Steps of series in lockstep, of series slightly apart, and of clusters far apart.</summary>
    private static readonly Gen<long[]> Steps = Gen.OneOf(
        Gen.Const(600L).Array[0, 80],
        Gen.Long[1, 3].Array[0, 80],
        Gen.Int[0, 2].Select(step => step < 2 ? step + 1 : 1_000_000_000L).Array[0, 80],
        Gen.Long[1, 1000].Array[0, 80]);

    [Fact]
    public void Rows_go_by_their_ends_then_by_series() => Steps.Array[1, 60].Sample(all =>
    {
        BarSeries[] series = [.. all.Select(Series)];
        (long End, TurnBar Bar)[] expected =
        [
            .. series.SelectMany(bars => bars.End.Take(bars.Count).Select((end, row) => (End: end, Bar: new TurnBar(bars.Index, row))))
                .OrderBy(row => row.End).ThenBy(row => row.Bar.Series),
        ];
        var sort = new RowSort();
        sort.Sort(series);

        Assert.Equal(expected.Select(row => row.End), sort.Ends.ToArray());
        Assert.Equal(expected.Select(row => row.Bar), sort.Bars.ToArray());
    }, iter: 300);

    private static BarSeries Series(long[] steps, int index)
    {
        var bars = new BarSeries(new Instrument { Symbol = $"{index}" }, Timeframe.Day, index, hasVolume: false);
        long end = TestBar.FirstDay.Ticks;
        foreach (long step in steps)
        {
            end += step;
            bars.Append(end - 1, end, 1, 1, 1, 1, 0, 0);
        }

        return bars;
    }
}
