using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>The prices and the volume of a bar.</summary>
internal readonly record struct BarPrices(double Open, double High, double Low, double Close, double Volume)
{
    // Prices outside this range would exceed the range of amounts once orders are sized by them.
    private const double Least = 1e-15;
    private const double Greatest = 1e18;

    /// <summary>Whether the prices are in range and consistent, and the volume is not negative.</summary>
    public bool AreSound => Low >= Least && High <= Greatest && Low <= Open && Low <= Close && Open <= High && Close <= High && Volume >= 0;

    /// <summary>Why such a price is impossible, or <see langword="null"/> if it is possible.</summary>
    /// <param name="column">The name of the price.</param>
    /// <param name="price">The price.</param>
    /// <param name="text">The price as written.</param>
    public static RowProblem? CheckPrice(string column, double price, string text)
    {
        if (price is >= Least and <= Greatest)
            return null;
        return price > 0
            ? new RowProblem("bad_price", $"{column} {text} is not a usable price", "prices must be from 1e-15 to 1e18; data.price_scale multiplies them")
            : new RowProblem("bad_price", $"{column} {text} is not above zero", "bars need prices above zero");
    }

    /// <summary>What is wrong with the prices or the volume, or <see langword="null"/> if nothing is.</summary>
    public RowProblem? FindProblem()
    {
        if (AreSound)
            return null;
        string text = string.Create(CultureInfo.InvariantCulture, $"open {Open}, high {High}, low {Low}, close {Close}");
        if (!(Open > 0 && High > 0 && Low > 0 && Close > 0))
            return new RowProblem("bad_price", $"a price is not above zero: {text}", "bars need prices above zero");
        if (!(Low >= Least && Math.Max(High, Math.Max(Open, Close)) <= Greatest))
            return new RowProblem("bad_price", $"a price is not usable: {text}", "prices must be from 1e-15 to 1e18");
        return Volume < 0
            ? new RowProblem(
                "negative_volume",
                string.Create(CultureInfo.InvariantCulture, $"volume {Volume} is negative"),
                "bars need a volume of zero or above")
            : new RowProblem("bad_bar", $"the prices are out of order: {text}", "bars need low ≤ open, close ≤ high");
    }
}
