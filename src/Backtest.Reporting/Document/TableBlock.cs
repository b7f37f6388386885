using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A table, which can be searched, sorted and filtered if it is long.</summary>
/// <param name="Id">The name of its file when it is exported.</param>
/// <param name="Columns">Its columns, all of one length.</param>
internal sealed record TableBlock(string Id, IReadOnlyList<TableColumn> Columns) : Block
{
    /// <summary>Whether rows are trades that the candles can show.</summary>
    public bool IsOfTrades { get; init; }

    /// <summary>
    /// The explanation of each row, one line per step with its kind before a tab, null for rows without one; or null if no row has one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Explanations { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Id">Its name for programs, in snake case.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Values">Its cells.</param>
/// <param name="Format">The format of its cells.</param>
internal sealed record TableColumn(string Id, string Label, Column Values, Format Format)
{
    /// <summary>Whether cells are colored by their sign.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether rows can be filtered by its values.</summary>
    public bool IsFilter { get; init; }

    /// <summary>Whether it is shown only when a row is expanded, and in exports.</summary>
    public bool IsDetail { get; init; }
}
