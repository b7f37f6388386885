using System.Globalization;
using System.Text;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// Writes the fields of a row as text, with numbers exact to the last bit. Fields that earlier events also change, such as ids and counts, are left
/// out, so that rows differ only if something of their own differs.
/// </summary>
internal readonly struct RowText(StringBuilder text, RowNames names, RowPart part) : IRowFields
{
    private static readonly HashSet<string> RiskFields = ["outcome", "risk_limit", "measured", "threshold", "regime"];

    private static readonly HashSet<string> Consequences =
        ["id", "seq", "order", "entry_index", "exit_index", "time", "bar", "symbol", "strategy", "adds", "filled"];

    /// <summary>A row as text.</summary>
    /// <param name="row">The row.</param>
    /// <param name="names">The names of the places the row refers to.</param>
    /// <param name="part">The fields to include.</param>
    public static string Of<TRow>(in TRow row, RowNames names, RowPart part = RowPart.All)
        where TRow : struct, IRow
    {
        var text = new StringBuilder();
        row.Describe(new RowText(text, names, part));
        return text.ToString();
    }

    public void Container(string name)
    {
    }

    public void Strategy(string name, int strategyIndex)
    {
    }

    public void Symbol(string name, Instrument instrument)
    {
    }

    public void Reference(string name, int id)
    {
    }

    public void Time(string name, long ticks)
    {
        if (name is "entry_time" or "exit_time")
            Add(name, new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }

    public void State(string name, int stateIndex) => Add(name, names.State(stateIndex));

    public void Integer(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Number(string name, double value)
    {
        if (!double.IsNaN(value))
            Add(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public void Money(string name, decimal value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Text(string name, string? value)
    {
        if (value is not null && name != "symbol")
            Add(name, value);
    }

    public void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => Add(name, value.ToString().ToLowerInvariant());

    /// <summary>Does nothing: the values are a separate stream.</summary>
    public void Indicators(string name, int strategyIndex, int first, int count)
    {
    }

    private void Add(string name, string value)
    {
        if (Consequences.Contains(name) || (part != RowPart.All && RiskFields.Contains(name) != (part == RowPart.Risk)))
            return;
        text.Append(text.Length > 0 ? ", " : "").Append(name).Append(' ').Append(value);
    }
}

/// <summary>A selection of a row's fields.</summary>
internal enum RowPart
{
    /// <summary>All fields.</summary>
    All,

    /// <summary>The strategy's decision.</summary>
    Strategy,

    /// <summary>The risk manager's decision.</summary>
    Risk,
}
