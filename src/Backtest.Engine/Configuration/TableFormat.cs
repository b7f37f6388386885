namespace Backtest.Engine;

/// <summary>The format of a run's tables.</summary>
public enum TableFormat
{
    /// <summary>Parquet files.</summary>
    Parquet,

    /// <summary>CSV files.</summary>
    Csv,

    /// <summary>No tables: the run folder contains only the manifest and the metrics.</summary>
    None,
}
