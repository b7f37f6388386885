namespace Backtest.Research;

/// <summary>The parameters traded after a search.</summary>
/// <param name="Point">The searched parameters.</param>
/// <param name="ByRegime">The parameters of regimes that have their own.</param>
internal sealed record WindowParameters(SearchPoint Point, IReadOnlyList<(string Regime, SearchPoint Point)> ByRegime);

/// <summary>A window with its traded parameters.</summary>
/// <param name="Window">The window.</param>
/// <param name="Parameters">The traded parameters.</param>
internal sealed record TradedWindow(Window Window, WindowParameters Parameters);
