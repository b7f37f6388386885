namespace Backtest;

/// <summary>The field of a bar an indicator reads.</summary>
public enum BarField
{
    /// <summary>The last price of the bar; the default for indicators.</summary>
    Close,

    /// <summary>The first price of the bar.</summary>
    Open,

    /// <summary>The highest price of the bar.</summary>
    High,

    /// <summary>The lowest price of the bar.</summary>
    Low,

    /// <summary>The volume traded in the bar; zero where the data has none.</summary>
    Volume,

    /// <summary>(high + low + close) / 3.</summary>
    Typical,
}
