namespace Backtest;

/// <summary>The bars of a trading day that are wanted, by their starts.</summary>
public enum SessionHours
{
    /// <summary>Those of the regular session.</summary>
    Regular,

    /// <summary>Those of the regular session and of trading before and after it.</summary>
    Extended,

    /// <summary>All of them.</summary>
    All,
}
