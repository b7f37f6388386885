namespace Backtest.Engine;

/// <summary>Points of price.</summary>
/// <param name="points">The points.</param>
internal sealed class FixedSlippage(decimal points) : ISlippageModel
{
    public decimal Slippage(in SlippageTerms fill) => points;
}
