namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// Sizes entries to a constant risk, measured as a move of a number of average true ranges: value · strength · equity / (multiple · ATR ·
/// multiplier).
/// </summary>
[Variant("atr_risk", Description = "The size at which a share of equity is lost when the price moves by a multiple of the average true range.")]
public sealed record AtrRisk : Sizer
{
    /// <summary>The share of equity at risk at full strength, as a fraction.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The share of equity at risk at full strength, as a fraction.")]
    public required decimal Value { get; init; }

    /// <summary>The move that loses this share, in average true ranges.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The move that loses it, in average true ranges.")]
    public decimal Multiple { get; init; } = 2;

    /// <summary>The period of the average true range, in bars.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The period of the average true range, in bars.")]
    public int Period { get; init; } = 14;

    internal override IndicatorSpec? Measure => Indicators.Atr(Period);

    internal override decimal? Quantity(in EntryRequest entry) =>
        Spread(Value * entry.Strength * entry.Equity, Multiple * (decimal)entry.Measure * entry.Instrument.Multiplier, entry);
}
