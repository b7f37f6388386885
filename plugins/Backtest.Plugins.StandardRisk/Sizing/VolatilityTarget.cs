namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// Sizes entries to a constant volatility: value · strength · equity / (σ · close · multiplier), σ the sample deviation of simple returns over the
/// period × √(bars a year).
/// </summary>
[Variant("volatility_target", Description = "The size at which the position's yearly volatility is a share of equity.")]
public sealed record VolatilityTarget : Sizer
{
    /// <summary>The target volatility at full strength, a year, as a fraction of equity.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The target volatility a year at full strength, as a fraction of equity.")]
    public required decimal Value { get; init; }

    /// <summary>The number of returns the volatility is measured over.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The number of returns over which the volatility is measured.")]
    public int Period { get; init; } = 20;

    internal override IndicatorSpec? Measure => Indicators.ReturnVolatility(Period);

    internal override decimal? Quantity(in EntryRequest entry) =>
        Spread(
            Value * entry.Strength * entry.Equity,
            (decimal)(entry.Measure * Math.Sqrt(entry.BarsPerYear)) * entry.UnitValue,
            entry);
}
