namespace Backtest.Results;

/// <summary>Which of a strategy's signals a statistic is of.</summary>
public enum SignalGroup
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those on one symbol.</summary>
    Symbol,

    /// <summary>Those in one regime.</summary>
    Regime,
}

/// <summary>What an information coefficient is taken over.</summary>
public enum CoefficientKind
{
    /// <summary>There is none: too few signals, or all of one strength.</summary>
    None,

    /// <summary>Over time: all signals together.</summary>
    Time,

    /// <summary>Over the symbols of each date, and then the mean over dates.</summary>
    CrossSection,
}
