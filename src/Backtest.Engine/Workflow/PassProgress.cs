namespace Backtest.Engine;

/// <summary>How far many runs are.</summary>
/// <param name="Done">Trials that have ended.</param>
/// <param name="Trials">All trials.</param>
/// <param name="Running">Those that go through the data now.</param>
/// <param name="Pass">How far they are.</param>
public readonly record struct PassProgress(int Done, int Trials, int Running, RunProgress Pass);
