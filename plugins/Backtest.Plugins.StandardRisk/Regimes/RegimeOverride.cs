namespace Backtest.Plugins.StandardRisk;

/// <summary>What changes while a regime lasts.</summary>
public sealed record RegimeOverride
{
    /// <summary>Sizes entries instead of the manager's own sizer; <see langword="null"/>: that one stays.</summary>
    [Parameter(Description = "Sizes entries instead of the sizer that holds otherwise.")]
    public Sizer? Sizer { get; init; }

    /// <summary>Limits besides the manager's own; of two of one type the tighter holds.</summary>
    [Parameter(Description = "Limits besides those that hold otherwise; of two of one type the tighter holds.")]
    public IReadOnlyList<RiskLimit> Limits { get; init; } = [];
}
