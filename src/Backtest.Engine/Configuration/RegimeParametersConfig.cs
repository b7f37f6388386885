namespace Backtest.Engine;

/// <summary>The parameters of a strategy while its classifier names one regime.</summary>
public sealed record RegimeParametersConfig
{
    /// <summary>The regime, as the classifier names it, or <c>unknown</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>The parameters that differ there; the strategy's own apply to the rest.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// The factor on the strength of its entries there, in [0, 1]. At 0 it may not enter in the regime, as if <see cref="StrategyConfig.ActiveIn"/>
    /// left it out.
    /// </summary>
    public double Weight { get; init; } = 1;

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
