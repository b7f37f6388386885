namespace Backtest;

/// <summary>How long an order stays in force.</summary>
public enum TimeInForce
{
    /// <summary>Until filled or canceled.</summary>
    GoodTillCanceled,

    /// <summary>Until the end of the trading day it first rested on.</summary>
    Day,

    /// <summary>Until the end of a date.</summary>
    GoodTillDate,

    /// <summary>At the first price it meets, as much of it as fills there; the rest is canceled.</summary>
    ImmediateOrCancel,

    /// <summary>At the first price it meets, all of it or nothing.</summary>
    FillOrKill,
}
