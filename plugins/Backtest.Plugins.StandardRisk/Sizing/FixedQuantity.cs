namespace Backtest.Plugins.StandardRisk;

/// <summary>Sizes entries to a constant quantity: value · strength.</summary>
[Variant("fixed_quantity", Description = "The same quantity each time.")]
public sealed record FixedQuantity : Sizer
{
    /// <summary>The quantity at full strength, in units.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The quantity at full strength, in units.")]
    public required decimal Value { get; init; }

    internal override decimal? Quantity(in EntryRequest entry) => Value * entry.Strength;
}
