namespace Backtest.Results;

/// <summary>A column read from a table; one of its lists has a value for each row.</summary>
/// <param name="schema">The schema of the column.</param>
internal sealed class ReadColumn(ColumnSchema schema)
{
    /// <summary>The schema of the column.</summary>
    public ColumnSchema Schema => schema;

    /// <summary>The cells of a text column, null where empty.</summary>
    public List<string?> Texts { get; } = [];

    /// <summary>The cells of a column of whole numbers, or of times as UTC ticks, null where empty.</summary>
    public List<long?> Integers { get; } = [];

    /// <summary>The cells of any other column, NaN where empty.</summary>
    public List<double> Reals { get; } = [];
}
