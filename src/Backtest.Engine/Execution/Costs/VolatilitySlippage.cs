namespace Backtest.Engine;

/// <summary>A multiple of the daily volatility of the ten preceding sessions.</summary>
/// <param name="multiple">The multiple.</param>
internal sealed class VolatilitySlippage(decimal multiple) : ISlippageModel
{
    public SlippageNeeds Needs => SlippageNeeds.Sessions;

    public decimal Slippage(in SlippageTerms fill) =>
        double.IsNaN(fill.SessionVolatility) ? 0 : fill.Price * multiple * (decimal)fill.SessionVolatility;
}
