namespace Backtest.Engine;

/// <summary>What a strategy goes by while its classifier names one regime.</summary>
public sealed record RegimeParametersConfig
{
    /// <summary>The regime, as the classifier names it, or <c>unknown</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>The parameters that differ there; the strategy's own hold for the rest.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// What the strength of its entries is multiplied by there, in [0, 1]. 0: the regime is one it may not enter in, as if
    /// <see cref="StrategyConfig.ActiveIn"/> left it out.
    /// </summary>
    public double Weight { get; init; } = 1;

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
