namespace Backtest;

/// <summary>What is traded, in a data folder of QuantConnect LEAN: the folder names tell it.</summary>
public enum LeanAsset
{
    /// <summary>Shares and funds; prices are stored in ten-thousandths.</summary>
    Equity,

    /// <summary>Currency pairs; quotes alone are stored.</summary>
    Forex,

    /// <summary>Pairs of digital currencies.</summary>
    Crypto,
}
