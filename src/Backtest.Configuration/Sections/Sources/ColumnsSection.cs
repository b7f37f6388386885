using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>columns</c>: the headers of a file if they are not the usual ones.</summary>
internal static class ColumnsSection
{
    private static readonly Key<IReadOnlyDictionary<string, string>, string?>[] Columns =
    [
        .. new[]
        {
            "time", "open", "high", "low", "close", "volume", "symbol", "bid", "bid_open", "bid_high", "bid_low", "ask", "ask_open", "ask_high", "ask_low",
        }.Select(Column),
    ];

    /// <summary>The section.</summary>
    public static ValueKind<IReadOnlyDictionary<string, string>> Kind { get; } =
        new ObjectKind<IReadOnlyDictionary<string, string>>(Columns, Build);

    private static Key<IReadOnlyDictionary<string, string>, string?> Column(string name) =>
        new(name, Kinds.AnyText!, columns => columns.GetValueOrDefault(name), $"The header of the column {name}.");

    private static Dictionary<string, string> Build(MapReader map)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Key<IReadOnlyDictionary<string, string>, string?> column in Columns)
        {
            if (map.Get(column) is { } header)
                columns.Add(column.Name, header);
        }

        return columns;
    }
}
