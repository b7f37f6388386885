using ParquetSharp;
using ParquetSharp.Schema;
using Encoding = ParquetSharp.Encoding;

namespace Backtest.Data.Catalog;

/// <summary>
/// The columns of a file of bars: starts and ends in UTC to the microsecond, the trading day, prices, and optional volume and quotes.
/// </summary>
internal static class BarFileLayout
{
    /// <summary>The key of the format in a file's metadata.</summary>
    public const string FormatKey = $"backtest.{CatalogLayout.FormatKey}";

    /// <summary>The day number of 1970-01-01, from which Parquet counts days.</summary>
    public static int FirstDay { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private const string Start = "start_time";
    private const string End = "end_time";
    private const string Day = "day";
    private const string Volume = "volume";

    private static readonly string[] Prices = ["open", "high", "low", "close"];
    private static readonly string[] QuotePrices = [.. Prices.Select(price => $"bid_{price}"), .. Prices.Select(price => $"ask_{price}")];
    private static readonly string[] Plain = [Start, End, Day, .. Prices, Volume];

    /// <summary>The index of the volume column.</summary>
    public const int VolumeColumn = 7;

    /// <summary>The columns in the order they are written; bid and ask come last.</summary>
    public static IReadOnlyList<string> Names(bool hasQuotes) => hasQuotes ? [.. Plain, .. QuotePrices] : Plain;

    /// <summary>Creates the schema; the caller disposes it.</summary>
    public static GroupNode Schema(bool hasQuotes)
    {
        using LogicalType time = LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros);
        using LogicalType day = LogicalType.Date();
        using LogicalType none = LogicalType.None();
        Node[] nodes =
        [
            new PrimitiveNode(Start, Repetition.Required, time, PhysicalType.Int64),
            new PrimitiveNode(End, Repetition.Required, time, PhysicalType.Int64),
            new PrimitiveNode(Day, Repetition.Required, day, PhysicalType.Int32),
            .. Prices.Select(price => new PrimitiveNode(price, Repetition.Required, none, PhysicalType.Double)),
            new PrimitiveNode(Volume, Repetition.Optional, none, PhysicalType.Double),
            .. (hasQuotes ? QuotePrices : []).Select(price => new PrimitiveNode(price, Repetition.Required, none, PhysicalType.Double)),
        ];
        var schema = new GroupNode("schema", Repetition.Required, nodes);
        Array.ForEach(nodes, node => node.Dispose());
        return schema;
    }

    /// <summary>Finds the columns in a file.</summary>
    /// <exception cref="InputException">A column is missing or has an unexpected type.</exception>
    public static int[] Find(SchemaDescriptor schema, string path, bool hasQuotes)
    {
        using GroupNode expected = Schema(hasQuotes);
        IReadOnlyList<string> names = Names(hasQuotes);
        return [.. names.Select((name, index) =>
        {
            int field = schema.ColumnIndex(name);
            if (field < 0)
                throw CatalogErrors.Damaged(path, $"the file has no column {name}; bars need {string.Join(", ", names)}.");
            using Node found = schema.ColumnRoot(field);
            using Node wanted = expected.Field(index);
            return found.Equals(wanted)
                ? field
                : throw CatalogErrors.Damaged(path, $"the column {name} has the wrong type.");
        })];
    }

    /// <summary>
    /// How columns are written: times as differences, which take almost no space; prices plain, so that a reader needs memory for only one page of
    /// each; a checksum on every page; statistics only of times, which other tools use to skip rows.
    /// </summary>
    public static WriterProperties Properties(int rowsPerPage)
    {
        using var builder = new WriterPropertiesBuilder();
        builder.Compression(Compression.Uncompressed).DataPagesize(rowsPerPage * sizeof(double)).WriteBatchSize(rowsPerPage / 2);
        builder.DisableDictionary().EnablePageChecksum();
        foreach (string column in new[] { Start, End, Day })
            builder.Encoding(column, Encoding.DeltaBinaryPacked);
        foreach (string column in Prices.Append(Volume).Concat(QuotePrices))
            builder.DisableStatistics(column);
        return builder.Build();
    }
}
