namespace Backtest.Results;

/// <summary>A column of a table that was read: one of its lists has a value for each row.</summary>
/// <param name="schema">What it is.</param>
internal sealed class ReadColumn(ColumnSchema schema)
{
    /// <summary>What it is.</summary>
    public ColumnSchema Schema => schema;

    /// <summary>The cells of a column of texts; null where nothing stands.</summary>
    public List<string?> Texts { get; } = [];

    /// <summary>The cells of a column of whole numbers, or of moments as UTC ticks; null where nothing stands.</summary>
    public List<long?> Integers { get; } = [];

    /// <summary>The cells of any other column; not a number where nothing stands.</summary>
    public List<double> Reals { get; } = [];
}
