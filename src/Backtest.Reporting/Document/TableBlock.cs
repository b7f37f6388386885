using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>A table. A long one can be searched, sorted and filtered.</summary>
/// <param name="Id">What its file is called when it is exported.</param>
/// <param name="Columns">Its columns, all of one length.</param>
internal sealed record TableBlock(string Id, IReadOnlyList<TableColumn> Columns) : Block
{
    /// <summary>Whether rows are trades that the candles can show.</summary>
    public bool IsOfTrades { get; init; }

    /// <summary>Why each row came about, a line for each step, its kind before a tab; null where it is not told. Null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextColumn? Explanations { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Id">Its name for programs, snake case.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Values">Its cells.</param>
/// <param name="Format">How they are written.</param>
internal sealed record TableColumn(string Id, string Label, Column Values, Format Format)
{
    /// <summary>Whether cells are coloured by their sign.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether rows may be chosen by its values.</summary>
    public bool IsFilter { get; init; }

    /// <summary>Whether it is shown only where a row is opened, and exported.</summary>
    public bool IsDetail { get; init; }
}
