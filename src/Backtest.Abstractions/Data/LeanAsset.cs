namespace Backtest;

/// <summary>The asset class in a data folder of QuantConnect LEAN, as given by the folder names.</summary>
public enum LeanAsset
{
    /// <summary>Shares and funds; prices are stored in ten-thousandths.</summary>
    Equity,

    /// <summary>Currency pairs; only quotes are stored.</summary>
    Forex,

    /// <summary>Pairs of digital currencies.</summary>
    Crypto,
}
