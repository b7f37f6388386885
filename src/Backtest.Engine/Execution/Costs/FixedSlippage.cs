namespace Backtest.Engine;

/// <summary>A fixed amount of price.</summary>
/// <param name="points">The amount, in units of price.</param>
internal sealed class FixedSlippage(decimal points) : ISlippageModel
{
    public decimal Slippage(in SlippageTerms fill) => points;
}
