namespace Backtest.Engine;

/// <summary>The parameters of a strategy from a day on.</summary>
public sealed record DatedParametersConfig
{
    /// <summary>The trading day from whose first bar on the parameters are used; if the day has no bar, from the first bar after it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The parameters that differ from this day on; for all others, the strategy's own values apply.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// The parameters that also differ in a regime of the classifier above; <see langword="null"/> if none do. Weights are 1, because weights apply
    /// to all days.
    /// </summary>
    public IReadOnlyList<RegimeParametersConfig>? ByRegime { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
