namespace Backtest;

/// <summary>Receives a run's messages to its user.</summary>
public interface IRunLog
{
    /// <summary>Reports something worth knowing.</summary>
    void Information(string message);

    /// <summary>Warns of something that is probably unintended.</summary>
    void Warning(string message);
}
