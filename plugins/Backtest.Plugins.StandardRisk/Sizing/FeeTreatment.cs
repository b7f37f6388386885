namespace Backtest.Plugins.StandardRisk;

/// <summary>Whether the money of an entry has to pay its commission as well.</summary>
public enum FeeTreatment
{
    /// <summary>The commission is paid in addition.</summary>
    Excluded,

    /// <summary>Price and commission together do not exceed the money.</summary>
    Included,
}
