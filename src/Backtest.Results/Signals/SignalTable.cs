using System.Globalization;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Reads a table of signals back into records.</summary>
internal sealed class SignalTable
{
    // The columns needed to give a signal again. A replay determines outcomes and measurements anew.
    private static readonly string[] Needed =
    [
        "id", "time", "portfolio", "strategy", "symbol", "action", "direction", "strength", "reason", "indicators", "handle", "limit_price",
        "stop_price", "time_in_force", "stop_loss", "stop_loss_distance", "take_profit", "take_profit_distance", "trailing_stop", "adds",
        "order_type", "trail", "good_until", "one_cancels_other", "touch_price", "trail_fraction", "trailing_stop_fraction", "exit_plan",
        "refers_to", "size_unit", "size", "band", "after",
    ];

    private readonly ReadTable _table;
    private readonly Dictionary<(string Portfolio, string Strategy), List<string>> _names = [];

    private SignalTable(ReadTable table) => _table = table;

    /// <summary>The names of the indicator values of each strategy's signals.</summary>
    public IReadOnlyDictionary<(string Portfolio, string Strategy), List<string>> IndicatorNames => _names;

    /// <summary>The signals, in the order of the file.</summary>
    public IReadOnlyList<StoredSignal> Signals { get; private set; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not a table of signals.</exception>
    public static SignalTable Read(string path)
    {
        IReadOnlyList<ColumnSchema> columns = TableSchema.Of<SignalRecord>();
        var table = new SignalTable(ReadTable.Read(path, [.. Needed.Select(name => columns.Single(column => column.Name == name))]));
        table.Signals = [.. Enumerable.Range(0, table._table.Count).Select(table.Signal)];
        return table;
    }

    private StoredSignal Signal(int row)
    {
        string portfolio = _table.Text("portfolio", row);
        string strategy = _table.Text("strategy", row);
        var action = _table.Word<SignalAction>("action", row);
        double strength = _table.Number("strength", row) ?? double.NaN;
        if (!(strength is > 0 and <= 1))
            throw _table.Wrong("strength", row, strength.ToString("R", CultureInfo.InvariantCulture), "a number above 0 and at most 1");
        return new StoredSignal
        {
            Portfolio = portfolio,
            Strategy = strategy,
            Symbol = _table.Text("symbol", row),
            Time = _table.Integer("time", row),
            Id = (int)_table.Integer("id", row),
            Handle = _table.Reference("handle", row),
            Action = action,
            Direction = _table.Word<Direction>("direction", row),
            Strength = strength,
            Entry = SignalCells.Terms(_table, row, action),
            RefersTo = new SignalHandle(_table.Reference("refers_to", row)),
            Size = SignalCells.Size(_table, row),
            Band = _table.Number("band", row) ?? 0,
            Reason = _table.TextOrNone("reason", row),
            Indicators = Indicators(portfolio, strategy, row),
        };
    }

    /// <summary>The indicator values of a signal, by the names its strategy's signals have had so far.</summary>
    private double[] Indicators(string portfolio, string strategy, int row)
    {
        if (!_names.TryGetValue((portfolio, strategy), out List<string>? names))
            _names.Add((portfolio, strategy), names = []);
        var values = new List<double>(names.Count);
        foreach ((string name, double? value) in SignalCells.Indicators(_table, row))
        {
            int place = values.Count < names.Count && name == names[values.Count] ? values.Count : names.IndexOf(name);
            if (place < 0)
            {
                place = names.Count;
                names.Add(name);
            }

            while (values.Count <= place)
                values.Add(double.NaN);
            values[place] = value ?? double.NaN;
        }

        return [.. values];
    }
}
