namespace Backtest.Plugins.StandardRisk;

/// <summary>Sizes entries to a constant amount of money: value · strength / (close · multiplier).</summary>
[Variant("fixed_value", Description = "The same money each time.")]
public sealed record FixedValue : Sizer
{
    /// <summary>The money at full strength.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The money at full strength.")]
    public required decimal Value { get; init; }

    internal override decimal? Quantity(in EntryRequest entry) => Value * entry.Strength / entry.UnitValue;
}
