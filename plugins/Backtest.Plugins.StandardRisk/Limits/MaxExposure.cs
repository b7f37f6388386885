namespace Backtest.Plugins.StandardRisk;

/// <summary>A limit on gross notional over equity, including resting entries; entries are cut to it.</summary>
[Variant("max_exposure", Description = "Gross notional over equity, including resting entries. An entry is cut to it.")]
public sealed record MaxExposure : RiskLimit
{
    /// <summary>The maximum gross notional, as a fraction of equity.</summary>
    [Parameter(Min = 0, Description = "The maximum gross notional, as a fraction of equity.")]
    public required decimal Value { get; init; }

    internal override string Name => "max_exposure";

    internal override double Threshold => (double)Value;

    internal override decimal Room(in EntryRequest entry, decimal wanted) => entry.ExposureRoom(Value);

    internal override double Measured(in EntryRequest entry, decimal wanted) => entry.Exposure(wanted);
}
