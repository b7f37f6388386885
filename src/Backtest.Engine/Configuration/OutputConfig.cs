namespace Backtest.Engine;

/// <summary>Where results go.</summary>
public sealed record OutputConfig
{
    /// <summary>The folder run folders are made in, relative to the working directory.</summary>
    public string Directory { get; init; } = "runs";

    /// <summary>Whether tables are CSV files rather than Parquet.</summary>
    public bool TablesAreCsv { get; init; }

    /// <summary>Whether the HTML report is wanted.</summary>
    public bool Report { get; init; } = true;
}
