using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>What a bar traded at, and how much.</summary>
internal readonly record struct BarPrices(double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>Whether the prices are above zero and in the order bars have, and the volume is not negative.</summary>
    public bool AreSound => Low > 0 && Low <= Open && Low <= Close && Open <= High && Close <= High && Volume >= 0;

    /// <summary>What is wrong with the prices or the volume; <see langword="null"/>: nothing.</summary>
    public RowProblem? FindProblem()
    {
        if (AreSound)
            return null;
        string text = string.Create(CultureInfo.InvariantCulture, $"open {Open}, high {High}, low {Low}, close {Close}");
        if (!(Open > 0 && High > 0 && Low > 0 && Close > 0))
            return new RowProblem("bad_price", $"a price is not above zero: {text}", "bars need prices above zero");
        return Volume < 0
            ? new RowProblem(
                "negative_volume",
                string.Create(CultureInfo.InvariantCulture, $"volume {Volume} is negative"),
                "bars need a volume of zero or above")
            : new RowProblem("bad_bar", $"the prices are out of order: {text}", "bars need low ≤ open, close ≤ high");
    }
}
