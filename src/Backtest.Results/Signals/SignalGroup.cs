namespace Backtest.Results;

/// <summary>The signals of a strategy that a statistic covers.</summary>
public enum SignalGroup
{
    /// <summary>All signals.</summary>
    All,

    /// <summary>Signals on one symbol.</summary>
    Symbol,

    /// <summary>Signals in one regime.</summary>
    Regime,
}

/// <summary>The dimension over which an information coefficient is computed.</summary>
public enum CoefficientKind
{
    /// <summary>There is no coefficient: too few signals, or all of the same strength.</summary>
    None,

    /// <summary>Over time: all signals together.</summary>
    Time,

    /// <summary>Over the symbols on each date, averaged over dates.</summary>
    CrossSection,
}
