namespace Backtest.Plugins.StandardRisk;

/// <summary>Whether the money of an entry has to pay its commission, too.</summary>
public enum FeeTreatment
{
    /// <summary>The commission comes on top.</summary>
    Excluded,

    /// <summary>Price and commission together stay within the money.</summary>
    Included,
}
