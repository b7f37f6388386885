using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Compares the prices of a bar with those of the finer bars inside it.</summary>
public static class FinerPrices
{
    // Bars of two lengths from the same market and vendor may differ by a cent or two, because only one of them includes late prints or odd lots. So
    // small a share of the range says nothing about the order of prices within it.
    private const double ShareOfRange = 0.05;

    // Adjusted prices are rounded, here or by the vendor, so the same price may differ between the two.
    private const double Rounding = 1e-6;

    /// <summary>
    /// Whether finer bars make up the prices of a bar, with a tolerance. If they do, they are adjusted to the prices of the bar, so that they match
    /// exactly.
    /// </summary>
    /// <param name="whole">The bars.</param>
    /// <param name="row">The row of the bar.</param>
    /// <param name="finer">The finer bars.</param>
    /// <param name="from">The first finer row.</param>
    /// <param name="to">The end of the finer rows, exclusive.</param>
    /// <param name="hasSides">Whether both have bid and ask.</param>
    public static bool MakeUp(BarSeries whole, int row, BarSeries finer, int from, int to, bool hasSides)
    {
        (int highest, int lowest) = (from, from);
        for (int i = from + 1; i < to; i++)
        {
            if (finer.High[i] > finer.High[highest])
                highest = i;
            if (finer.Low[i] < finer.Low[lowest])
                lowest = i;
        }

        double allowed = Math.Max(ShareOfRange * (whole.High[row] - whole.Low[row]), Rounding * Math.Abs(whole.Close[row]));
        bool areAlike = Math.Abs(finer.Open[from] - whole.Open[row]) <= allowed && Math.Abs(finer.Close[to - 1] - whole.Close[row]) <= allowed
            && Math.Abs(finer.High[highest] - whole.High[row]) <= allowed && Math.Abs(finer.Low[lowest] - whole.Low[row]) <= allowed
            && (!hasSides || (IsWithin(whole.Bid!, row, finer.Bid!, from, to, allowed) && IsWithin(whole.Ask!, row, finer.Ask!, from, to, allowed)));
        if (!areAlike)
            return false;
        finer.Open[from] = whole.Open[row];
        finer.Close[to - 1] = whole.Close[row];
        finer.High[highest] = whole.High[row];
        finer.Low[lowest] = whole.Low[row];
        for (int i = from; i < to; i++)
            Bound(whole.High[row], whole.Low[row], finer.Open, finer.High, finer.Low, finer.Close, i);
        if (!hasSides)
            return true;
        Bound(whole.Bid!, row, finer.Bid!, from, to);
        Bound(whole.Ask!, row, finer.Ask!, from, to);
        return true;
    }

    /// <summary>Whether the quotes of finer bars lie within those of the bar, and begin with the same quote, with the allowed tolerance.</summary>
    private static bool IsWithin(QuoteColumns whole, int row, QuoteColumns finer, int from, int to, double allowed)
    {
        for (int i = from; i < to; i++)
        {
            if (double.IsNaN(finer.Open[i]))
                continue;
            if (!(finer.High[i] <= whole.High[row] + allowed && finer.Low[i] >= whole.Low[row] - allowed))
                return false; // also if the bar has no quotes
        }

        return double.IsNaN(finer.Open[from]) || Math.Abs(finer.Open[from] - whole.Open[row]) <= allowed;
    }

    private static void Bound(QuoteColumns whole, int row, QuoteColumns finer, int from, int to)
    {
        if (!double.IsNaN(finer.Open[from]))
            finer.Open[from] = whole.Open[row];
        for (int i = from; i < to; i++)
        {
            if (!double.IsNaN(finer.Open[i]))
                Bound(whole.High[row], whole.Low[row], finer.Open, finer.High, finer.Low, finer.Close, i);
        }
    }

    /// <summary>Limits a finer bar to the range of its bar, and keeps its open and close within its own range.</summary>
    private static void Bound(double high, double low, double[] opens, double[] highs, double[] lows, double[] closes, int row)
    {
        opens[row] = Math.Clamp(opens[row], low, high);
        closes[row] = Math.Clamp(closes[row], low, high);
        highs[row] = Math.Min(high, Math.Max(highs[row], Math.Max(opens[row], closes[row])));
        lows[row] = Math.Max(low, Math.Min(lows[row], Math.Min(opens[row], closes[row])));
    }
}
