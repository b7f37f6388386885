namespace Backtest.Engine;

/// <summary>How the path <c>finer_bars</c> goes through a bar.</summary>
/// <param name="Timeframe">The timeframe of the finer bars; <see langword="null"/> for the available one that suits the data.</param>
/// <param name="Otherwise">The path within each finer bar, and within bars that have no finer bars.</param>
public sealed record FinerBarsConfig(Timeframe? Timeframe, ExecutionModel Otherwise)
{
    /// <summary>The default.</summary>
    public static FinerBarsConfig Default { get; } = new(null, new ExecutionModel(PathNames.Pessimistic));
}
