namespace Backtest.Data.Csv;

/// <summary>What a bar traded at, and how much.</summary>
internal readonly record struct BarPrices(double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>Whether the prices are above zero and in the order bars have, and the volume is not negative.</summary>
    public bool AreSound => Low > 0 && Low <= Open && Low <= Close && Open <= High && Close <= High && Volume >= 0;
}
