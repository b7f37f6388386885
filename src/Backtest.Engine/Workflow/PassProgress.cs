namespace Backtest.Engine;

/// <summary>The progress of many runs.</summary>
/// <param name="Done">The number of trials that have ended.</param>
/// <param name="Trials">The number of all trials.</param>
/// <param name="Running">The number of trials that are going through the data now.</param>
/// <param name="Pass">The progress of these trials.</param>
public readonly record struct PassProgress(int Done, int Trials, int Running, RunProgress Pass);
