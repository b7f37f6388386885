namespace Backtest.Plugins.StandardRisk;

/// <summary>Sizes entries to a share of equity: value · strength · equity · (1 − buffer) / (close · multiplier).</summary>
[Variant("percent_equity", Description = "A share of the portfolio's equity.")]
public sealed record PercentEquity : Sizer
{
    /// <summary>The share of equity at full strength, as a fraction.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The share of equity at full strength, as a fraction.")]
    public required decimal Value { get; init; }

    /// <summary>The share of that money held back, as a fraction.</summary>
    [Parameter(Min = 0, Max = 0.99, Description = "The share of that money held back against the next price, as a fraction.")]
    public decimal Buffer { get; init; }

    /// <summary>Whether the money has to pay the commission as well.</summary>
    [Parameter(Description = "Whether the money also has to cover the commission.")]
    public FeeTreatment Fees { get; init; }

    /// <summary>When the quantity is determined.</summary>
    [Parameter(Description = "When the quantity is determined: at the close of the decision, or at the fill price, with all costs paid from the money.")]
    public SizeMoment Sized { get; init; }

    internal override decimal ShareAtFill(in EntryRequest entry) => Sized == SizeMoment.AtFill ? Value * entry.Strength * (1 - Buffer) : 0;

    internal override decimal? Quantity(in EntryRequest entry)
    {
        decimal money = Value * entry.Strength * entry.Equity * (1 - Buffer);
        return Fees == FeeTreatment.Included ? LargestPaidBy(money, entry) : money / entry.UnitValue;
    }

    // Commissions have minimums and maximums, so the quantity is found by a search: the cost never falls as the quantity rises, and the lot bounds
    // the number of steps.
    private static decimal LargestPaidBy(decimal money, in EntryRequest entry)
    {
        decimal lot = entry.Instrument.LotSize;
        decimal least = 0;
        decimal most = decimal.Floor(money / (entry.UnitValue * lot));
        while (least < most)
        {
            decimal middle = decimal.Ceiling((least + most) / 2);
            if (entry.Cost(middle * lot) <= money)
                least = middle;
            else
                most = middle - 1;
        }

        return least * lot;
    }
}
