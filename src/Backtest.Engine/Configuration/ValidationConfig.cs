namespace Backtest.Engine;

/// <summary>How a search is validated on days its winner was not chosen by.</summary>
public abstract record ValidationConfig
{
    /// <summary>The word that chooses it in a run file.</summary>
    public abstract string Type { get; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
