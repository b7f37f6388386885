namespace Backtest.Engine;

/// <summary>What a strategy goes by from a day on.</summary>
public sealed record DatedParametersConfig
{
    /// <summary>The trading day whose first bar is the first to be decided on with them; if it has none, the first bar after it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The parameters that differ from then on; the strategy's own hold for the rest.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// What differs besides in a regime of the classifier above; <see langword="null"/>: nothing does. Weights are 1: they hold for all days.
    /// </summary>
    public IReadOnlyList<RegimeParametersConfig>? ByRegime { get; init; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
