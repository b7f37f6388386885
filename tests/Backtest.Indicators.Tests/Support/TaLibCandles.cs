using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>
/// The candles that TA-Lib was given. Prices are multiples of a quarter, so that sums are exact; gaps and bodies without shadows are frequent
/// enough for each pattern to appear.
/// </summary>
internal static class TaLibCandles
{
    private const int Count = 20_000;

    private static readonly Lazy<BarSeries> Drawn = new(Draw);

    public static BarSeries Bars => Drawn.Value;

    private static BarSeries Draw()
    {
        BarSeries bars = Tests.Bars.Empty();
        uint state = 3;
        int last = 4000;
        for (int row = 0; row < Count; row++)
        {
            int gap = Next(4) == 0 ? Next(61) - 30 : Next(5) - 2;
            if (Next(12) == 0)
                gap *= 4;
            int size = Next(3) == 0 ? Next(8) : 8 + Next(60);
            if (Next(8) == 0)
                size = Next(3);
            bool rises = last < 2000 || (last <= 6000 && Next(2) == 0);
            int open = last + gap;
            int close = rises ? open + size : open - size;
            int high = Math.Max(open, close) + (Next(2) == 0 ? 0 : Next(30));
            int low = Math.Min(open, close) - (Next(2) == 0 ? 0 : Next(30));
            Tests.Bars.Add(bars, open / 4.0, high / 4.0, low / 4.0, close / 4.0, volume: 1 + Next(10_000));
            last = close;
        }
        return bars;

        int Next(int bound)
        {
            state = (state * 1103515245 + 12345) & int.MaxValue;
            return (int)((state >> 8) % (uint)bound);
        }
    }
}
