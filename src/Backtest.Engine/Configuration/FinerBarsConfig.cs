namespace Backtest.Engine;

/// <summary>How the path <c>finer_bars</c> goes through a bar.</summary>
/// <param name="Timeframe">The length of the bars it uses; <see langword="null"/> for what suits the data, of those available.</param>
/// <param name="Otherwise">The path within each of them, and within bars that have none.</param>
public sealed record FinerBarsConfig(Timeframe? Timeframe, ExecutionModel Otherwise)
{
    /// <summary>The standard.</summary>
    public static FinerBarsConfig Default { get; } = new(null, new ExecutionModel(PathNames.Pessimistic));
}
