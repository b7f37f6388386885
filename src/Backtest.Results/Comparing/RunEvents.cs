using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The events of a run, container by container, in the order they happened.</summary>
internal static class RunEvents
{
    /// <summary>The prefix of a classifier's name, because a portfolio may have the same name.</summary>
    public const string Classifier = "classifier";

    // The table of orders has their last state, and events show how they reached it; compare only what was known when an order was placed.
    private static readonly string[] LastStates = ["filled", "status", "reason", "quantity", "limit_price", "stop_price"];

    /// <summary>Reads the events.</summary>
    /// <returns>The events of each container, by its name.</returns>
    /// <exception cref="InputException">A table cannot be read.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<RunEvent>> Read(StoredRun run)
    {
        IEnumerable<RunEvent> events =
        [
            .. Rows<RegimeRecord>(run, Classifier, "time"),
            .. Rows<SignalRecord>(run, "portfolio", "time"),
            .. Rows<OrderRecord>(run, "portfolio", "time", LastStates),
            .. Rows<OrderStateRecord>(run, "portfolio", "time"),
            .. Rows<FillRecord>(run, "portfolio", "time"),
            .. Rows<TradeRecord>(run, "portfolio", "exit_time"),
            .. Rows<ActionRecord>(run, "portfolio", "time"),
            .. Rows<InterestRecord>(run, "portfolio", "time"),
        ];
        return events.GroupBy(one => one.Container, StringComparer.Ordinal).ToDictionary(
            container => container.Key, IReadOnlyList<RunEvent> (container) => [.. container.OrderBy(one => one.Sequence)], StringComparer.Ordinal);
    }

    private static IEnumerable<RunEvent> Rows<TRecord>(StoredRun run, string container, string time, params IReadOnlyList<string> without)
        where TRecord : struct, IRow
    {
        if (run.FindTable(TRecord.Table) is not { } file)
            return [];
        IReadOnlyList<ColumnSchema> columns = TableSchema.Of<TRecord>();
        var table = ReadTable.Read(file, columns);
        string[] shown = [.. columns.Select(column => column.Name).Where(name => name != container && name != "seq" && !without.Contains(name))];
        return Enumerable.Range(0, table.Count).Select(row => new RunEvent(
            container == Classifier ? $"{Classifier} {table.Text(container, row)}" : table.Text(container, row), table.Integer("seq", row), table.Time(time, row), TRecord.Table,
            shown.ToDictionary(name => name, name => table.Cell(name, row), StringComparer.Ordinal)));
    }
}
