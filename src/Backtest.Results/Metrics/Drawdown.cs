namespace Backtest.Results;

/// <summary>A fall of daily equity below its peak.</summary>
/// <param name="Peak">The last day at the peak.</param>
/// <param name="Valley">The day of the deepest point.</param>
/// <param name="Recovery">The day the peak was reached again, or null if it was not.</param>
/// <param name="Depth">Its depth, as a fraction of the peak; positive.</param>
public sealed record Drawdown(DateOnly Peak, DateOnly Valley, DateOnly? Recovery, double Depth);
