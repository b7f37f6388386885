namespace Backtest;

/// <summary>What became of an order.</summary>
public enum OrderStatus
{
    /// <summary>It rests at the engine.</summary>
    Open,

    /// <summary>All of it filled.</summary>
    Filled,

    /// <summary>It stands no longer; part of it may have filled.</summary>
    Canceled,

    /// <summary>The engine refused it.</summary>
    Rejected,
}
