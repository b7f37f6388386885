using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a strategy's node is wired to.</summary>
/// <param name="Bars">The bars it decides on.</param>
/// <param name="Indicators">Where it requests indicators.</param>
/// <param name="Signals">Its emitter.</param>
/// <param name="Position">What it holds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StrategyConnections(
    BarSeries Bars, IIndicatorSource Indicators, SignalEmitter Signals, PositionCell Position)
{
    /// <summary>The average true range in which it gives distances; <see langword="null"/> if it gives none in it.</summary>
    public IndicatorReader<double>? Range { get; init; }
}
