namespace Backtest.Engine;

/// <summary>The progress of many runs.</summary>
/// <param name="Done">Trials that have ended.</param>
/// <param name="Trials">All trials.</param>
/// <param name="Running">Trials that go through the data now.</param>
/// <param name="Pass">Their progress.</param>
public readonly record struct PassProgress(int Done, int Trials, int Running, RunProgress Pass);
