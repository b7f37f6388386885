namespace Backtest.Engine;

/// <summary>The signals of one strategy that are replayed, and what was left out of them.</summary>
/// <param name="Signals">The signals, in the order they were given.</param>
/// <param name="IndicatorNames">The names of the numbers behind them.</param>
/// <param name="Foreign">How many are about symbols the data does not have.</param>
/// <param name="ForeignSymbol">The first such symbol, or null if there is none.</param>
/// <param name="Disagreed">How many entries too few strategies agreed on.</param>
internal sealed record ReplayedSignals(
    ReplayedSignal[] Signals, IReadOnlyList<string> IndicatorNames, int Foreign, string? ForeignSymbol, int Disagreed);
