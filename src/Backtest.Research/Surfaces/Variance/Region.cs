namespace Backtest.Research;

/// <summary>A box of the space with a single loss: its bins of each parameter.</summary>
internal sealed record Region(int[][] Bins, double Loss);
