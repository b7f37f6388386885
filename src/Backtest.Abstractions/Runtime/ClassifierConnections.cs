using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a classifier's node is wired to.</summary>
/// <param name="Bars">The bars it classifies.</param>
/// <param name="Indicators">Where it requests indicators.</param>
/// <param name="Regimes">Its emitter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ClassifierConnections(BarSeries Bars, IIndicatorSource Indicators, RegimeEmitter Regimes);
