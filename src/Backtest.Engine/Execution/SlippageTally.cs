namespace Backtest.Engine;

/// <summary>Compares what slippage cost, once prices were rounded to their ticks, with what was asked for.</summary>
internal sealed class SlippageTally
{
    private const int FarOff = 10;

    /// <summary>What was asked for, in money.</summary>
    public decimal Asked { get; private set; }

    /// <summary>What was charged, in money.</summary>
    public decimal Charged { get; private set; }

    /// <summary>Whether rounding swallowed the slippage: hardly a tenth of it was charged.</summary>
    public bool IsSwallowed => Asked > 0 && Charged * FarOff <= Asked;

    /// <summary>Whether rounding cost ten times the slippage.</summary>
    public bool IsMultiplied => Asked > 0 && Charged - Asked >= Asked * FarOff;

    /// <summary>Adds a fill.</summary>
    /// <param name="asked">What one unit was to lose.</param>
    /// <param name="charged">What it lost.</param>
    /// <param name="units">How many, times the multiplier.</param>
    public void Add(decimal asked, decimal charged, decimal units)
    {
        Asked += asked * units;
        Charged += charged * units;
    }
}
