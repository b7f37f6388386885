using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Reads one symbol's bars in the order of their ends.</summary>
public interface IBarReader : IDisposable
{
    /// <summary>Appends the next bars to a series.</summary>
    /// <param name="target">Receives the bars.</param>
    /// <param name="count">The maximum number of bars; at least 1.</param>
    /// <returns>The number appended; 0 if there are no more.</returns>
    int Read(BarSeries target, int count);
}
