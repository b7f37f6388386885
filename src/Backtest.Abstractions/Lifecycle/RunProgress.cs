namespace Backtest;

/// <summary>The progress of a run.</summary>
/// <param name="Bars">Bars handled.</param>
/// <param name="TotalBars">Bars in total; 0 if unknown.</param>
/// <param name="Time">The end of the last bar handled, UTC.</param>
public readonly record struct RunProgress(long Bars, long TotalBars, DateTime Time);
