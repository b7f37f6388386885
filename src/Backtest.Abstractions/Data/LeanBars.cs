namespace Backtest;

/// <summary>Which bars of a data folder of QuantConnect LEAN are read.</summary>
public sealed record LeanBars
{
    /// <summary>What is traded.</summary>
    public LeanAsset Asset { get; init; }

    /// <summary>The market's folder; <see langword="null"/>: <c>usa</c> of shares, <c>oanda</c> of currencies, <c>coinbase</c> of digital ones.</summary>
    public string? Market { get; init; }

    /// <summary>
    /// Whether bars are made of quotes, their prices halfway between bid and ask, rather than of trades; <see langword="null"/>: of currencies
    /// alone.
    /// </summary>
    public bool? AreQuotes { get; init; }
}
