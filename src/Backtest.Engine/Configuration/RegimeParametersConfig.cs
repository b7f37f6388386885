namespace Backtest.Engine;

/// <summary>The parameters of a strategy while its classifier names one regime.</summary>
public sealed record RegimeParametersConfig
{
    /// <summary>The regime, as the classifier names it, or <c>unknown</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>The parameters that differ in the regime; for all others, the strategy's own values apply.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// The factor on the strength of entries in the regime, in [0, 1]. At 0 the strategy may not enter in the regime, as if
    /// <see cref="StrategyConfig.ActiveIn"/> did not list it.
    /// </summary>
    public double Weight { get; init; } = 1;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
