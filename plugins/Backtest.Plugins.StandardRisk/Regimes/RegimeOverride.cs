namespace Backtest.Plugins.StandardRisk;

/// <summary>The changes that apply in a regime.</summary>
public sealed record RegimeOverride
{
    /// <summary>Sizes entries instead of the manager's own sizer; <see langword="null"/> to keep that one.</summary>
    [Parameter(Description = "Sizes entries instead of the sizer that holds otherwise.")]
    public Sizer? Sizer { get; init; }

    /// <summary>Limits in addition to the manager's own; of two of the same type the tighter applies.</summary>
    [Parameter(Description = "Limits besides those that hold otherwise; of two of one type the tighter holds.")]
    public IReadOnlyList<RiskLimit> Limits { get; init; } = [];
}
