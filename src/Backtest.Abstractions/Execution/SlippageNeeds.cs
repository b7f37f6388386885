namespace Backtest;

/// <summary>What a model of slippage needs from the data.</summary>
[Flags]
public enum SlippageNeeds
{
    /// <summary>Prices alone.</summary>
    Nothing = 0,

    /// <summary>Volumes.</summary>
    Volume = 1,

    /// <summary>Bid and ask.</summary>
    Quotes = 2,

    /// <summary>What earlier sessions came to.</summary>
    Sessions = 4,
}
