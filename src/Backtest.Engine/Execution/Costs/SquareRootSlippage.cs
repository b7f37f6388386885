namespace Backtest.Engine;

/// <summary>The square root law of market impact: Y · σ · √(X / V), with the volume and volatility of the ten preceding sessions.</summary>
/// <param name="coefficient">Y.</param>
internal sealed class SquareRootSlippage(decimal coefficient) : ISlippageModel
{
    public SlippageNeeds Needs => SlippageNeeds.Sessions | SlippageNeeds.Volume;

    public decimal Slippage(in SlippageTerms fill)
    {
        double impact = (double)coefficient * fill.SessionVolatility * Math.Sqrt((double)fill.Quantity / fill.SessionVolume);
        return double.IsFinite(impact) ? fill.Price * (decimal)impact : 0;
    }
}
