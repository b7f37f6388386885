namespace Backtest.Engine;

/// <summary>The output of a run. It does not affect the results.</summary>
public sealed record OutputConfig
{
    /// <summary>The folder run folders are created in, relative to the working directory.</summary>
    public string Directory { get; init; } = "runs";

    /// <summary>The format of the tables.</summary>
    public TableFormat Tables { get; init; }

    /// <summary>How often the equity table has a row.</summary>
    public EquityFrequency Equity { get; init; }

    /// <summary>Whether an HTML report is written.</summary>
    public bool Report { get; init; } = true;
}
