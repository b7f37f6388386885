namespace Backtest;

/// <summary>The data a slippage model needs.</summary>
[Flags]
public enum SlippageNeeds
{
    /// <summary>Only prices.</summary>
    Nothing = 0,

    /// <summary>Volumes.</summary>
    Volume = 1,

    /// <summary>Bid and ask.</summary>
    Quotes = 2,

    /// <summary>Statistics of earlier sessions.</summary>
    Sessions = 4,
}
