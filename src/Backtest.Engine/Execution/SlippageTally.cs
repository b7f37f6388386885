namespace Backtest.Engine;

/// <summary>Compares the slippage charged, after prices were rounded to ticks, with the slippage specified.</summary>
internal sealed class SlippageTally
{
    private const int FarOff = 10;

    /// <summary>The slippage specified, in money.</summary>
    public decimal Asked { get; private set; }

    /// <summary>The slippage charged, in money.</summary>
    public decimal Charged { get; private set; }

    /// <summary>Whether rounding removed most of the slippage: at most a tenth of it was charged.</summary>
    public bool IsSwallowed => Asked > 0 && Charged * FarOff <= Asked;

    /// <summary>Whether rounding added at least ten times the slippage.</summary>
    public bool IsMultiplied => Asked > 0 && Charged - Asked >= Asked * FarOff;

    /// <summary>Adds a fill.</summary>
    /// <param name="asked">The slippage specified per unit.</param>
    /// <param name="charged">The slippage charged per unit.</param>
    /// <param name="units">The number of units, times the multiplier.</param>
    public void Add(decimal asked, decimal charged, decimal units)
    {
        Asked += asked * units;
        Charged += charged * units;
    }
}
