using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>
/// Compares the patterns with TA-Lib 0.6.0 on the same candles: the number of rows that point up and down, and the sums of these rows. The
/// gravestone doji points up in TA-Lib and down here, as in S. Nison; bodies that share an end, for which TA-Lib gives 80 instead of 100, are no
/// engulfing pattern here; TA-Lib has no tweezers.
/// </summary>
public class TaLibPatternsTests
{
    private const int Compared = 20;

    public static TheoryData<string, int, long, int, long> Figures => new()
    {
        { nameof(Indicators.Doji), 5173, 51874538, 0, 0 },
        { nameof(Indicators.DragonflyDoji), 972, 10042002, 0, 0 },
        { nameof(Indicators.GravestoneDoji), 0, 0, 1385, 13982064 },
        { nameof(Indicators.LongLeggedDoji), 3442, 34702746, 0, 0 },
        { nameof(Indicators.SpinningTop), 1077, 10656212, 586, 5862798 },
        { nameof(Indicators.Marubozu), 1436, 14387296, 1507, 15655940 },
        { nameof(Indicators.Hammer), 726, 7264425, 0, 0 },
        { nameof(Indicators.HangingMan), 0, 0, 751, 7710598 },
        { nameof(Indicators.InvertedHammer), 423, 4234602, 0, 0 },
        { nameof(Indicators.ShootingStar), 0, 0, 448, 4366263 },
        { nameof(Indicators.Engulfing), 764, 7712446, 995, 9973395 },
        { nameof(Indicators.Harami), 760, 7597800, 804, 7859220 },
        { nameof(Indicators.HaramiCross), 395, 3979782, 425, 4224855 },
        { nameof(Indicators.PiercingLine), 114, 1202229, 0, 0 },
        { nameof(Indicators.DarkCloudCover), 0, 0, 122, 1364705 },
        { nameof(Indicators.MorningStar), 161, 1448065, 0, 0 },
        { nameof(Indicators.EveningStar), 0, 0, 117, 1199559 },
        { nameof(Indicators.MorningDojiStar), 85, 755512, 0, 0 },
        { nameof(Indicators.EveningDojiStar), 0, 0, 67, 658075 },
        { nameof(Indicators.AbandonedBaby), 9, 49728, 7, 72358 },
        { nameof(Indicators.ThreeWhiteSoldiers), 19, 163519, 0, 0 },
        { nameof(Indicators.ThreeBlackCrows), 0, 0, 33, 396858 },
        { nameof(Indicators.ThreeInside), 122, 1232816, 100, 966211 },
        { nameof(Indicators.ThreeOutside), 339, 3441093, 484, 4907717 },
        { nameof(Indicators.ThreeMethods), 3, 17161, 4, 52029 },
        { nameof(Indicators.Kicking), 2, 13751, 1, 5805 },
        { nameof(Indicators.TasukiGap), 10, 93857, 9, 110407 },
        { nameof(Indicators.DojiStar), 401, 4053413, 395, 3845573 },
        { nameof(Indicators.BeltHold), 2537, 25263857, 2226, 22752729 },
        { nameof(Indicators.Counterattack), 3, 41342, 3, 23668 },
    };

    [Theory, MemberData(nameof(Figures))]
    public void A_pattern_is_found_where_TA_Lib_finds_it(string name, int ups, long upRows, int downs, long downRows)
    {
        var spec = (IndicatorSpec)typeof(Indicators).GetMethod(name)!.Invoke(null, null)!;
        double[] values = [.. Probe.Of(spec).Run(TaLibCandles.Bars).Select(value => value[0])];
        int[] rows = [.. Enumerable.Range(Compared, values.Length - Compared)];
        int[] up = [.. rows.Where(row => values[row] == 1)];
        int[] down = [.. rows.Where(row => values[row] == -1)];
        Assert.Equal((ups, upRows, downs, downRows), (up.Length, up.Sum(row => (long)row), down.Length, down.Sum(row => (long)row)));
    }

    [Fact]
    public void A_tweezer_is_found_where_highs_or_lows_are_equal()
    {
        double[][] tops = Probe.Of(Indicators.TweezerTop()).Run(Tweezer(color: 1));
        double[][] bottoms = Probe.Of(Indicators.TweezerBottom()).Run(Tweezer(color: -1));
        Assert.Equal([-1], tops[^1]);
        Assert.Equal([1], bottoms[^1]);
    }

    // Ten usual bars, a long one, and one of the other color that goes as far; for the other color, everything is mirrored at 100.
    private static BarSeries Tweezer(int color)
    {
        BarSeries bars = Bars.Empty();
        for (int bar = 0; bar < 10; bar++)
            Add(open: 0, high: 2, low: -1, close: 1);
        Add(open: 0, high: 7, low: -1, close: 6);
        Add(open: 5, high: 7, low: 3, close: 4);
        return bars;

        void Add(double open, double high, double low, double close)
        {
            (high, low) = color > 0 ? (high, low) : (-low, -high);
            Bars.Add(bars, 100 + color * open, 100 + high, 100 + low, 100 + color * close);
        }
    }
}
