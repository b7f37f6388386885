namespace Backtest.Engine;

/// <summary>A share of the price.</summary>
/// <param name="points">Hundredths of a percent.</param>
internal sealed class BasisPointsSlippage(decimal points) : ISlippageModel
{
    private const decimal BasisPointsInOne = 10_000;

    public decimal Slippage(in SlippageTerms fill) => fill.Price * points / BasisPointsInOne;
}
