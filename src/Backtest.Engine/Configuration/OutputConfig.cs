namespace Backtest.Engine;

/// <summary>Where results go. The outcome of a run does not depend on it.</summary>
public sealed record OutputConfig
{
    /// <summary>The folder run folders are created in, relative to the working directory.</summary>
    public string Directory { get; init; } = "runs";

    /// <summary>The format of the tables.</summary>
    public TableFormat Tables { get; init; }

    /// <summary>How often the equity table has a row.</summary>
    public EquityFrequency Equity { get; init; }

    /// <summary>Whether the HTML report is wanted.</summary>
    public bool Report { get; init; } = true;
}
