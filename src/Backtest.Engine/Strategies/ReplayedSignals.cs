namespace Backtest.Engine;

/// <summary>The replayed signals of one strategy, and the number of those omitted.</summary>
/// <param name="Signals">The signals, in the order they were emitted.</param>
/// <param name="IndicatorNames">The names of the numbers behind them.</param>
/// <param name="Foreign">The number of signals on symbols the data does not have.</param>
/// <param name="ForeignSymbol">The first such symbol, or null if there is none.</param>
/// <param name="Disagreed">The number of entries on which too few strategies agreed.</param>
internal sealed record ReplayedSignals(
    ReplayedSignal[] Signals, IReadOnlyList<string> IndicatorNames, int Foreign, string? ForeignSymbol, int Disagreed);
