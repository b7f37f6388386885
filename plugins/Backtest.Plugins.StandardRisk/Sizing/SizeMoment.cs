namespace Backtest.Plugins.StandardRisk;

/// <summary>When the quantity of an entry is determined.</summary>
public enum SizeMoment
{
    /// <summary>At the close of the bar on which the entry is decided.</summary>
    AtDecision,

    /// <summary>At the price at which the entry fills.</summary>
    AtFill,
}
