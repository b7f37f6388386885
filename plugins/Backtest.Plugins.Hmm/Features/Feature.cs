namespace Backtest.Plugins.Hmm;

/// <summary>A number a model observes at each bar.</summary>
public enum Feature
{
    /// <summary>The natural logarithm of the close over the close before.</summary>
    LogReturn,

    /// <summary>The sample standard deviation of simple returns, per bar.</summary>
    RealizedVolatility,

    /// <summary>The volume over its simple moving average; 1 where there is no volume.</summary>
    VolumeRatio,
}
