using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Computes one distinct indicator over the chunk in flight.</summary>
internal interface IIndicatorComputation
{
    /// <summary>What else it reads of what is computed.</summary>
    IEnumerable<IndicatorColumn> Parts { get; }

    /// <summary>
    /// When, in UTC ticks, the bar ended from which on the indicator, which was ready, has been undefined to the last bar;
    /// <see langword="null"/>: it has a value, was never ready, or shows another that says so itself.
    /// </summary>
    long? UndefinedSince => null;

    /// <summary>When, in UTC ticks, the bar ended at which the indicator had its first value; <see langword="null"/>: it has had none.</summary>
    long? ReadyTime => null;

    /// <summary>Takes the chunk's bars, once.</summary>
    void Compute();
}
