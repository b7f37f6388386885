namespace Backtest.Engine;

/// <summary>How a search is validated on days that were not used to choose its winner.</summary>
public abstract record ValidationConfig
{
    /// <summary>The type, as named in run files.</summary>
    public abstract string Type { get; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
