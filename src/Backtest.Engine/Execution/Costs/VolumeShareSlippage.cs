namespace Backtest.Engine;

/// <summary>The price times impact times the square of the share of the bar's volume: the rule of Zipline's <c>VolumeShareSlippage</c>.</summary>
/// <param name="impact">The share of the price at all of the volume.</param>
/// <param name="maximumShare">The greatest share that counts.</param>
internal sealed class VolumeShareSlippage(decimal impact, decimal maximumShare) : ISlippageModel
{
    public SlippageNeeds Needs => SlippageNeeds.Volume;

    public decimal Slippage(in SlippageTerms fill)
    {
        decimal share = fill.Bar.Volume > 0 ? Math.Min(maximumShare, fill.Quantity / (decimal)fill.Bar.Volume) : maximumShare;
        return fill.Price * impact * share * share;
    }
}
