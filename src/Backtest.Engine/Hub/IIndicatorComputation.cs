namespace Backtest.Engine;

/// <summary>Computes one distinct indicator over the chunk in flight.</summary>
internal interface IIndicatorComputation
{
    /// <summary>Takes the chunk's bars, once.</summary>
    void Compute();
}
