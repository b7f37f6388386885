using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a universe strategy's node is wired to.</summary>
/// <param name="Series">
/// The bars of the strategy's symbols, by the index of their instruments; <see langword="null"/> for symbols that are not its own.
/// </param>
/// <param name="Rows">The row of each instrument's last closed bar; the portfolio keeps it up to date.</param>
/// <param name="Indicators">Where it requests indicators.</param>
/// <param name="Signals">Its emitter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record UniverseConnections(
    IReadOnlyList<BarSeries?> Series, int[] Rows, IIndicatorSource Indicators, IUniverseSignals Signals);
