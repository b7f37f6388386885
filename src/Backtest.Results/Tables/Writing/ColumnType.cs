namespace Backtest.Results;

/// <summary>The type of a column's cells.</summary>
public enum ColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A time: UTC, to the microsecond in Parquet.</summary>
    Time,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A double; NaN is null.</summary>
    Real,

    /// <summary>A decimal: exact in CSV, the nearest double in Parquet, which other tools read as a plain number.</summary>
    Money,
}
