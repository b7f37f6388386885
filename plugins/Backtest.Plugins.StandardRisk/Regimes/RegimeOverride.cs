namespace Backtest.Plugins.StandardRisk;

/// <summary>The changes that apply in a regime.</summary>
public sealed record RegimeOverride
{
    /// <summary>Sizes entries instead of the manager's own sizer; <see langword="null"/> to keep that one.</summary>
    [Parameter(Description = "The sizer that replaces the usual one.")]
    public Sizer? Sizer { get; init; }

    /// <summary>Limits in addition to the manager's own; of two of the same type the tighter applies.</summary>
    [Parameter(Description = "Limits in addition to the usual ones. Of two limits of one type, the tighter applies.")]
    public IReadOnlyList<RiskLimit> Limits { get; init; } = [];
}
