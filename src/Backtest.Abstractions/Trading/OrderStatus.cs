namespace Backtest;

/// <summary>The state of an order.</summary>
public enum OrderStatus
{
    /// <summary>It rests at the engine.</summary>
    Open,

    /// <summary>All of it filled.</summary>
    Filled,

    /// <summary>It was canceled; part of it may have filled.</summary>
    Canceled,

    /// <summary>The engine refused it.</summary>
    Rejected,
}
