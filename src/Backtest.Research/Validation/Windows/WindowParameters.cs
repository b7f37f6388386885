namespace Backtest.Research;

/// <summary>What is traded after a search.</summary>
/// <param name="Point">The searched parameters.</param>
/// <param name="ByRegime">Those of regimes that have others.</param>
internal sealed record WindowParameters(SearchPoint Point, IReadOnlyList<(string Regime, SearchPoint Point)> ByRegime);

/// <summary>A window with what is traded in it.</summary>
/// <param name="Window">The window.</param>
/// <param name="Parameters">What is traded.</param>
internal sealed record TradedWindow(Window Window, WindowParameters Parameters);
