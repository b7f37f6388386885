using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Computes one distinct indicator over the chunk in flight.</summary>
internal interface IIndicatorComputation
{
    /// <summary>What else it reads of what is computed.</summary>
    IEnumerable<IndicatorColumn> Parts { get; }

    /// <summary>Takes the chunk's bars, once.</summary>
    void Compute();
}
