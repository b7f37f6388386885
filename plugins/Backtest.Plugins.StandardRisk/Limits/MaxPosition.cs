namespace Backtest.Plugins.StandardRisk;

/// <summary>A limit on the notional of one instrument over equity; entries are cut to it.</summary>
[Variant("max_position", Description = "One instrument's notional over equity. An entry is cut to it.")]
public sealed record MaxPosition : RiskLimit
{
    /// <summary>The maximum notional, as a fraction of equity.</summary>
    [Parameter(Min = 0, Description = "The maximum notional, as a fraction of equity.")]
    public required decimal Value { get; init; }

    internal override string Name => "max_position";

    internal override double Threshold => (double)Value;

    internal override bool IsPortfolioWide => false;

    internal override decimal Room(in EntryRequest entry, decimal wanted) => entry.PositionRoom(Value);

    internal override double Measured(in EntryRequest entry, decimal wanted) => entry.PositionShare(wanted);
}
