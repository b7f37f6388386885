namespace Backtest.Research;

/// <summary>A box of the space with one loss: the bins it has of each parameter.</summary>
internal sealed record Region(int[][] Bins, double Loss);
