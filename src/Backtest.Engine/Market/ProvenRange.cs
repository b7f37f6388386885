namespace Backtest.Engine;

/// <summary>
/// The range of prices that a bar proves to come after a price inside it. The path starts at the open, so the extreme on the far side of the first
/// touch came at the touch or later; the other extreme may have come before. The close comes last.
/// </summary>
/// <param name="High">The highest price proved.</param>
/// <param name="Low">The lowest price proved.</param>
internal readonly record struct ProvenRange(double High, double Low)
{
    /// <summary>The range of a known path from the point at which it starts to count.</summary>
    public static ProvenRange Along(in BarPath path)
    {
        (double high, double low) = (path.From, path.From);
        for (int corner = (int)path.Since + 1; corner <= BarPath.End; corner++)
            (high, low) = (Math.Max(high, path.Corner(corner)), Math.Min(low, path.Corner(corner)));
        return new ProvenRange(high, low);
    }

    public static ProvenRange After(double price, double open, double high, double low, double close) => new(
        Math.Max(close, price > open ? Math.Max(price, high) : price),
        Math.Min(close, price < open ? Math.Min(price, low) : price));
}
