using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Computes one distinct indicator over the current chunk.</summary>
internal interface IIndicatorComputation
{
    /// <summary>The other computed columns it reads.</summary>
    IEnumerable<IndicatorColumn> Parts { get; }

    /// <summary>
    /// The end, in UTC ticks, of the bar from which on an indicator that was ready has been undefined up to the last bar; <see langword="null"/> if
    /// it has a value, was never ready, or only shows another indicator, which reports this itself.
    /// </summary>
    long? UndefinedSince => null;

    /// <summary>The end, in UTC ticks, of the bar at which the indicator had its first value; <see langword="null"/> if it has had none.</summary>
    long? ReadyTime => null;

    /// <summary>Processes the chunk's bars; called once per chunk.</summary>
    void Compute();
}
