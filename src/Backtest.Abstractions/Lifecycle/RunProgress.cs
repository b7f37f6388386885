namespace Backtest;

/// <summary>How far a run is.</summary>
/// <param name="Bars">Bars handled.</param>
/// <param name="TotalBars">Bars there are; 0: not known.</param>
/// <param name="Time">The end of the last bar handled, UTC.</param>
public readonly record struct RunProgress(long Bars, long TotalBars, DateTime Time);
