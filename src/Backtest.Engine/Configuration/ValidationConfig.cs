namespace Backtest.Engine;

/// <summary>How a search is validated on days that its winner was not chosen on.</summary>
public abstract record ValidationConfig
{
    /// <summary>The word that chooses it in a run file.</summary>
    public abstract string Type { get; }

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
