using System.Text.Json.Serialization;

namespace Backtest.Data.Catalog;

/// <summary>The bars of one symbol and one timeframe in a catalog.</summary>
public sealed record CatalogSeries
{
    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>The length of the bars.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether the bars have volumes.</summary>
    public required bool HasVolume { get; init; }

    /// <summary>The zone of the trading days: an IANA id.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The name of the calendar of the trading days.</summary>
    public required string Calendar { get; init; }

    /// <summary>When the first bar starts, UTC.</summary>
    public required DateTime First { get; init; }

    /// <summary>When the last bar starts, UTC.</summary>
    public required DateTime Last { get; init; }

    /// <summary>The sum of the volumes; 0 if there are none.</summary>
    public required double Volume { get; init; }

    /// <summary>The files, in the order of their bars.</summary>
    public required IReadOnlyList<CatalogFile> Files { get; init; }

    /// <summary>Splits, dividends and delistings of the symbol, by day.</summary>
    public required IReadOnlyList<CorporateAction> Actions { get; init; }

    /// <summary>
    /// How the bars differ from traded prices, by day, or <see langword="null"/> if the index was written before catalogs stored it.
    /// </summary>
    public IReadOnlyList<AdjustmentStep>? Adjustments { get; init; }

    /// <summary>Whether prices are adjusted by unknown factors in addition to <see cref="Adjustments"/>.</summary>
    public bool HasUnknownAdjustment { get; init; }

    /// <summary>Whether the bars have bid and ask.</summary>
    public bool HasQuotes { get; init; }

    /// <summary>
    /// The file in the catalog's folder of calendars, or <see langword="null"/> if the calendar is known by name.
    /// </summary>
    [JsonInclude]
    internal string? CalendarFile { get; init; }

    /// <summary>How many times the series was written.</summary>
    [JsonInclude]
    internal int Generation { get; init; } = 1;

    /// <summary>What the bars were imported from.</summary>
    [JsonInclude]
    internal SeriesOrigin? Origin { get; init; }

    /// <summary>The folder the files are in.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>The number of bars.</summary>
    [JsonIgnore]
    public long Bars => Files.Sum(file => file.Rows);

    /// <summary>The size of the files in bytes.</summary>
    [JsonIgnore]
    public long Bytes => Files.Sum(file => file.Bytes);
}
