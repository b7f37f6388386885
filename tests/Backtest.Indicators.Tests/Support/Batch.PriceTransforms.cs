using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The price transforms.</summary>
internal static partial class Batch
{
    public static double[] MedianPrice(BarSeries bars, int row, int period) => [0.5 * bars.High[row] + 0.5 * bars.Low[row]];

    public static double[] WeightedClose(BarSeries bars, int row, int period) =>
        [0.25 * bars.High[row] + 0.25 * bars.Low[row] + 0.5 * bars.Close[row]];

    public static double[] AveragePrice(BarSeries bars, int row, int period) =>
        [0.25 * bars.Open[row] + 0.25 * bars.High[row] + 0.25 * bars.Low[row] + 0.25 * bars.Close[row]];

    public static double[] HeikinAshi(BarSeries bars, int row, int period)
    {
        double open = (bars.Open[0] + bars.Close[0]) / 2;
        for (int at = 1; at <= row; at++)
            open = (open + AveragePrice(bars, at - 1, period)[0]) / 2;
        double close = AveragePrice(bars, row, period)[0];
        return [open, new[] { bars.High[row], open, close }.Max(), new[] { bars.Low[row], open, close }.Min(), close];
    }

    // The bounds of the last brick, moved by one or more bricks at once.
    public static double[] Renko(BarSeries bars, int row, int period)
    {
        double origin = bars.Close[0];
        double top = 0;
        double bottom = 0;
        double direction = 0;
        double added = 0;
        for (int at = 1; at <= row; at++)
        {
            double place = (bars.Close[at] - origin) / period;
            double edge = 1e-12 * Math.Max(bars.Close[at], origin) / period;
            added = 0;
            if (place + edge >= top + 1)
            {
                added = Math.Floor(place + edge - top);
                direction = 1;
                top += added;
                bottom = top - 1;
            }
            else if (place - edge <= bottom - 1)
            {
                added = -Math.Floor(bottom - place + edge);
                direction = -1;
                bottom += added;
                top = bottom + 1;
            }
        }
        return [origin + period * (direction > 0 ? top : bottom), direction, added];
    }

    public static double[] Pivots(BarSeries bars, int row, int period)
    {
        double high = bars.High[row];
        double low = bars.Low[row];
        double pivot = (high + low + bars.Close[row]) / 3;
        return
        [
            pivot, 2 * pivot - low, pivot + high - low, high + 2 * (pivot - low),
            2 * pivot - high, pivot - high + low, low - 2 * (high - pivot),
        ];
    }

    public static double[] Fractals(BarSeries bars, int row, int wing)
    {
        int? LastRow(Func<int, int, bool> isBeyond)
        {
            for (int middle = row - wing; middle >= wing; middle--)
            {
                if (Enumerable.Range(middle - wing, 2 * wing + 1).All(at => at == middle || isBeyond(middle, at)))
                    return middle;
            }
            return null;
        }

        return LastRow((middle, at) => bars.High[middle] > bars.High[at]) is { } high
            && LastRow((middle, at) => bars.Low[middle] < bars.Low[at]) is { } low
                ? [bars.High[high], row - high, bars.Low[low], row - low]
                : [double.NaN, double.NaN, double.NaN, double.NaN];
    }

    // The rows of the turning points, each found by searching from the previous one.
    public static double[] ZigZag(BarSeries bars, int row, double reversal)
    {
        int point = -1;
        int direction = 0;
        int from = 0;
        while (true)
        {
            int highest = from;
            int lowest = from;
            int turn = -1;
            for (int at = from; at <= row && turn < 0; at++)
            {
                highest = bars.Close[at] > bars.Close[highest] ? at : highest;
                lowest = bars.Close[at] < bars.Close[lowest] ? at : lowest;
                bool turnsDown = direction >= 0 && bars.Close[at] <= bars.Close[highest] * (1 - reversal);
                bool turnsUp = direction <= 0 && bars.Close[at] >= bars.Close[lowest] * (1 + reversal);
                if (turnsDown || turnsUp)
                    (turn, point, direction) = (at, turnsDown ? highest : lowest, turnsDown ? -1 : 1);
            }
            if (turn < 0)
            {
                return direction == 0
                    ? [double.NaN, double.NaN, double.NaN, double.NaN]
                    : [bars.Close[point], row - point, direction, bars.Close[direction > 0 ? highest : lowest]];
            }
            from = turn;
        }
    }
}
