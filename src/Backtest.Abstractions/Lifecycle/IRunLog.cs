namespace Backtest;

/// <summary>What a run has to say to its user besides results.</summary>
public interface IRunLog
{
    /// <summary>Something worth knowing.</summary>
    void Information(string message);

    /// <summary>Something that is probably not meant so.</summary>
    void Warning(string message);
}
