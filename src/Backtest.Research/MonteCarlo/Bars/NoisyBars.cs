using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>
/// Moves every price of a bar by its own normal number, as a fraction of the price; highs and lows are then the highest and the lowest of the four.
/// </summary>
/// <param name="noise">The standard deviation, as a fraction of the series' mean range of a bar.</param>
/// <param name="seed">The seed of all random numbers.</param>
/// <param name="repetition">The number of the repetition, which has its own random numbers.</param>
internal sealed class NoisyBars(double noise, ulong seed, int repetition) : Alteration
{
    private SearchRandom _random = new(seed, (ulong)repetition);

    public override string Words => "on bars with noise";

    public override BarSeries Apply(BarSeries whole)
    {
        BarSeries bars = Copy(whole, 0, whole.Count);
        double deviation = noise * MeanRange(whole);
        for (int row = 0; row < bars.Count; row++)
        {
            double open = Moved(bars.Open[row], deviation);
            double high = Moved(bars.High[row], deviation);
            double low = Moved(bars.Low[row], deviation);
            double close = Moved(bars.Close[row], deviation);
            bars.Open[row] = open;
            bars.High[row] = Math.Max(Math.Max(open, high), Math.Max(low, close));
            bars.Low[row] = Math.Min(Math.Min(open, high), Math.Min(low, close));
            bars.Close[row] = close;
            double scale = close / whole.Close[row];
            ScaledQuotes.Scale(bars.Bid, row, scale);
            ScaledQuotes.Scale(bars.Ask, row, scale);
        }

        return bars;
    }

    /// <summary>Finer bars have no noise of their own: their prices follow those of the bar.</summary>
    public override BarSeries ApplyWithin(BarSeries finer, BarSeries whole, BarSeries bars) => new FinerInside(finer, whole).Of(bars, row => row);

    /// <summary>The mean range of a bar as a fraction of its close; for bars without a range, the mean size of a move.</summary>
    private static double MeanRange(BarSeries bars)
    {
        double ranges = 0;
        double moves = 0;
        for (int row = 0; row < bars.Count; row++)
        {
            double size = Math.Abs(bars.Close[row]);
            ranges += size > 0 ? (bars.High[row] - bars.Low[row]) / size : 0;
            moves += row > 0 && size > 0 ? Math.Abs(bars.Close[row] - bars.Close[row - 1]) / size : 0;
        }

        return (ranges > 0 ? ranges : moves) / Math.Max(1, bars.Count);
    }

    private double Moved(double price, double deviation) => price * DeterministicMath.Exp(deviation * _random.NextNormal());
}
