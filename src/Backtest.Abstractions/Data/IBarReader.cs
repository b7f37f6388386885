using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>Reads one symbol's bars in the order of their ends.</summary>
public interface IBarReader : IDisposable
{
    /// <summary>Appends the next bars to a series.</summary>
    /// <param name="target">Takes the bars.</param>
    /// <param name="count">How many at most; at least 1.</param>
    /// <returns>How many were appended; 0: there are no more.</returns>
    int Read(BarSeries target, int count);
}
