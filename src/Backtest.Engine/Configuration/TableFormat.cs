namespace Backtest.Engine;

/// <summary>The files a run's tables are written to.</summary>
public enum TableFormat
{
    /// <summary>Parquet files.</summary>
    Parquet,

    /// <summary>CSV files.</summary>
    Csv,

    /// <summary>None: the run folder holds only the manifest and the metrics.</summary>
    None,
}
