using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Candlestick patterns computed from the whole history, each directly from its definition.</summary>
internal static partial class Batch
{
    private delegate double Shape(in Drawn at);

    public static Func<BarSeries, int, int, double[]> Pattern(string name) =>
        (bars, row, _) => [Shapes[name](new Drawn(bars, row))];

    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["Doji"] = (in Drawn at) => at.Doji(0) ? 1 : 0,
        ["DragonflyDoji"] = (in Drawn at) => at.Doji(0) && at.Upper(0) < at.Tenth(0) && at.Lower(0) > at.Tenth(0) ? 1 : 0,
        ["GravestoneDoji"] = (in Drawn at) => at.Doji(0) && at.Lower(0) < at.Tenth(0) && at.Upper(0) > at.Tenth(0) ? -1 : 0,
        ["LongLeggedDoji"] = (in Drawn at) => at.Doji(0) && (at.Upper(0) > at.Body(0) || at.Lower(0) > at.Body(0)) ? 1 : 0,
        ["SpinningTop"] = (in Drawn at) =>
            at.Body(0) < at.MeanBody(0) && at.Upper(0) > at.Body(0) && at.Lower(0) > at.Body(0) ? at.Sign(0) : 0,
        ["Marubozu"] = (in Drawn at) => at.Marubozu(0) ? at.Sign(0) : 0,
        ["BeltHold"] = (in Drawn at) =>
            at.Long(0) && (at.Sign(0) > 0 ? at.Lower(0) : at.Upper(0)) < at.Tenth(0) ? at.Sign(0) : 0,
        ["Hammer"] = (in Drawn at) => at.Umbrella() && at.Bottom(0) <= at.L(1) + 0.2 * at.MeanRange(1, 5) ? 1 : 0,
        ["HangingMan"] = (in Drawn at) => at.Umbrella() && at.Bottom(0) >= at.H(1) - 0.2 * at.MeanRange(1, 5) ? -1 : 0,
        ["InvertedHammer"] = (in Drawn at) => at.InvertedUmbrella() && at.Top(0) < at.Bottom(1) ? 1 : 0,
        ["ShootingStar"] = (in Drawn at) => at.InvertedUmbrella() && at.Bottom(0) > at.Top(1) ? -1 : 0,
        ["Engulfing"] = (in Drawn at) => Engulfs(at, 0, 1) ? at.Sign(0) : 0,
        ["Harami"] = (in Drawn at) => Harami(at, 1, 0) ? -at.Sign(1) : 0,
        ["HaramiCross"] = (in Drawn at) => at.Long(1) && at.Doji(0) && at.Within(0, 1) ? -at.Sign(1) : 0,
        ["PiercingLine"] = (in Drawn at) =>
            at.Long(1) && at.Long(0) && at.Sign(1) < 0 && at.Sign(0) > 0 && at.O(0) < at.L(1) && at.C(0) < at.O(1)
            && at.C(0) > (at.O(1) + at.C(1)) / 2 ? 1 : 0,
        ["DarkCloudCover"] = (in Drawn at) =>
            at.Long(1) && at.Sign(1) > 0 && at.Sign(0) < 0 && at.O(0) > at.H(1) && at.C(0) > at.O(1) && at.C(0) < (at.O(1) + at.C(1)) / 2
                ? -1 : 0,
        ["Kicking"] = (in Drawn at) =>
            at.Marubozu(1) && at.Marubozu(0)
            && (at.Sign(1) < 0 && at.Sign(0) > 0 && at.L(0) > at.H(1) || at.Sign(1) > 0 && at.Sign(0) < 0 && at.H(0) < at.L(1))
                ? at.Sign(0) : 0,
        ["DojiStar"] = (in Drawn at) => at.Long(1) && at.Doji(0) && at.BodyGap(0, 1) == at.Sign(1) ? -at.Sign(1) : 0,
        ["Counterattack"] = (in Drawn at) =>
            at.Long(1) && at.Long(0) && at.Sign(1) == -at.Sign(0) && Math.Abs(at.C(0) - at.C(1)) <= 0.05 * at.MeanRange(1, 5)
                ? at.Sign(0) : 0,
        ["TweezerTop"] = (in Drawn at) =>
            at.Long(1) && at.Sign(1) > 0 && at.Sign(0) < 0 && Math.Abs(at.H(0) - at.H(1)) <= 0.05 * at.MeanRange(1, 5) ? -1 : 0,
        ["TweezerBottom"] = (in Drawn at) =>
            at.Long(1) && at.Sign(1) < 0 && at.Sign(0) > 0 && Math.Abs(at.L(0) - at.L(1)) <= 0.05 * at.MeanRange(1, 5) ? 1 : 0,
        ["MorningStar"] = (in Drawn at) => at.Body(1) <= at.MeanBody(1) && Reversal(at, 1) && at.BodyGap(1, 2) < 0 ? 1 : 0,
        ["EveningStar"] = (in Drawn at) => at.Body(1) <= at.MeanBody(1) && Reversal(at, -1) && at.BodyGap(1, 2) > 0 ? -1 : 0,
        ["MorningDojiStar"] = (in Drawn at) => at.Doji(1) && Reversal(at, 1) && at.BodyGap(1, 2) < 0 ? 1 : 0,
        ["EveningDojiStar"] = (in Drawn at) => at.Doji(1) && Reversal(at, -1) && at.BodyGap(1, 2) > 0 ? -1 : 0,
        ["AbandonedBaby"] = (in Drawn at) =>
            at.Doji(1) && Reversal(at, 1) && at.H(1) < at.L(2) && at.L(0) > at.H(1) ? 1
            : at.Doji(1) && Reversal(at, -1) && at.L(1) > at.H(2) && at.H(0) < at.L(1) ? -1 : 0,
        ["ThreeWhiteSoldiers"] = (in Drawn at) =>
            at.Long(0) && Soldier(at, 2) && Soldier(at, 1) && Soldier(at, 0) && MarchesOn(at, 1) && MarchesOn(at, 0) ? 1 : 0,
        ["ThreeBlackCrows"] = (in Drawn at) =>
            at.Sign(3) > 0 && Crow(at, 2) && Crow(at, 1) && Crow(at, 0) && at.C(2) < at.H(3)
            && at.C(1) < at.C(2) && at.C(0) < at.C(1) && at.O(1) < at.O(2) && at.O(1) > at.C(2) && at.O(0) < at.O(1) && at.O(0) > at.C(1)
                ? -1 : 0,
        ["ThreeInside"] = (in Drawn at) =>
            Harami(at, 2, 1) && at.Sign(0) == -at.Sign(2) && (at.C(0) - at.O(2)) * at.Sign(0) > 0 ? at.Sign(0) : 0,
        ["ThreeOutside"] = (in Drawn at) => Engulfs(at, 1, 2) && (at.C(0) - at.C(1)) * at.Sign(1) > 0 ? at.Sign(1) : 0,
        ["TasukiGap"] = (in Drawn at) =>
            Math.Abs(at.Body(1) - at.Body(0)) < 0.2 * at.MeanRange(1, 5) && at.Sign(0) == -at.Sign(1) && at.BodyGap(1, 2) == at.Sign(1)
            && at.O(0) > at.Bottom(1) && at.O(0) < at.Top(1) && (at.C(0) - at.O(1)) * at.Sign(1) < 0
            && (at.Sign(1) > 0 ? at.C(0) > at.Top(2) : at.C(0) < at.Bottom(2)) ? at.Sign(1) : 0,
        ["ThreeMethods"] = (in Drawn at) =>
            at.Long(4) && at.Long(0) && at.Sign(0) == at.Sign(4) && Rests(at, 3) && Rests(at, 2) && Rests(at, 1)
            && (at.C(3) - at.C(2)) * at.Sign(4) > 0 && (at.C(2) - at.C(1)) * at.Sign(4) > 0
            && (at.O(0) - at.C(1)) * at.Sign(4) > 0 && (at.C(0) - at.C(4)) * at.Sign(4) > 0 ? at.Sign(4) : 0,
    };

    private static bool Engulfs(in Drawn at, int outer, int inner) => at.Sign(outer) == -at.Sign(inner) && at.Within(inner, outer);

    private static bool Harami(in Drawn at, int outer, int inner) =>
        at.Long(outer) && at.Body(inner) <= at.MeanBody(inner) && at.Within(inner, outer);

    // Three candles, of which the third reverses the first, up or down.
    private static bool Reversal(in Drawn at, int up) =>
        at.Long(2) && at.Long(0) && at.Sign(2) == -up && at.Sign(0) == up && (at.C(0) - at.C(2)) * up > 0.3 * at.Body(2);

    private static bool Soldier(in Drawn at, int ago) => at.Sign(ago) > 0 && at.Upper(ago) < at.Tenth(ago);

    private static bool MarchesOn(in Drawn at, int ago) =>
        at.C(ago) > at.C(ago + 1) && at.O(ago) > at.O(ago + 1) && at.O(ago) <= at.C(ago + 1) + 0.2 * at.MeanRange(ago + 1, 5)
        && at.Body(ago) > at.Body(ago + 1) - 0.6 * at.MeanRange(ago + 1, 5);

    private static bool Crow(in Drawn at, int ago) => at.Sign(ago) < 0 && at.Lower(ago) < at.Tenth(ago);

    private static bool Rests(in Drawn at, int ago) =>
        at.Body(ago) < at.MeanBody(ago) && at.Sign(ago) == -at.Sign(4) && at.Bottom(ago) < at.H(4) && at.Top(ago) > at.L(4);

    private readonly struct Drawn(BarSeries bars, int row)
    {
        public double O(int ago) => bars.Open[row - ago];

        public double H(int ago) => bars.High[row - ago];

        public double L(int ago) => bars.Low[row - ago];

        public double C(int ago) => bars.Close[row - ago];

        public int Sign(int ago) => C(ago) >= O(ago) ? 1 : -1;

        public double Body(int ago) => Math.Abs(C(ago) - O(ago));

        public double Top(int ago) => Math.Max(C(ago), O(ago));

        public double Bottom(int ago) => Math.Min(C(ago), O(ago));

        public double Upper(int ago) => H(ago) - Top(ago);

        public double Lower(int ago) => Bottom(ago) - L(ago);

        public bool Long(int ago) => Body(ago) > MeanBody(ago);

        public bool Doji(int ago) => Body(ago) <= Tenth(ago);

        public bool Marubozu(int ago) => Long(ago) && Upper(ago) < Tenth(ago) && Lower(ago) < Tenth(ago);

        public bool Umbrella() => Body(0) < MeanBody(0) && Lower(0) > Body(0) && Upper(0) < Tenth(0);

        public bool InvertedUmbrella() => Body(0) < MeanBody(0) && Upper(0) > Body(0) && Lower(0) < Tenth(0);

        public bool Within(int inner, int outer) => Top(inner) < Top(outer) && Bottom(inner) > Bottom(outer);

        // 1 if the later body is above the earlier one, −1 if it is below, and 0 if they overlap.
        public int BodyGap(int later, int earlier) => Bottom(later) > Top(earlier) ? 1 : Top(later) < Bottom(earlier) ? -1 : 0;

        public double Tenth(int ago) => 0.1 * MeanRange(ago, 10);

        public double MeanBody(int ago)
        {
            Drawn at = this;
            return Enumerable.Range(ago + 1, 10).Average(at.Body);
        }

        public double MeanRange(int ago, int count)
        {
            Drawn at = this;
            return Enumerable.Range(ago + 1, count).Average(before => at.H(before) - at.L(before));
        }
    }
}
