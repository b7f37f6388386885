namespace Backtest.Plugins.StandardRisk;

/// <summary>When the quantity of an entry is settled.</summary>
public enum SizeMoment
{
    /// <summary>At the close of the bar it is decided on.</summary>
    AtDecision,

    /// <summary>At the price it fills at.</summary>
    AtFill,
}
