namespace Backtest.Engine;

/// <summary>Half the distance between bid and ask.</summary>
internal sealed class HalfSpreadSlippage : ISlippageModel
{
    public SlippageNeeds Needs => SlippageNeeds.Quotes;

    public decimal Slippage(in SlippageTerms fill) => double.IsNaN(fill.Spread) ? 0 : (decimal)Math.Max(0, fill.Spread) / 2;
}
