namespace Backtest.Data.Csv;

/// <summary>The fields of a file's rows; -1 if it does not have one.</summary>
/// <param name="Time">The times, or the dates if times of day are in a column of their own.</param>
/// <param name="TimeOfDay">The times of day, if they are in a column of their own.</param>
/// <param name="Open">The first prices.</param>
/// <param name="High">The highest prices.</param>
/// <param name="Low">The lowest prices.</param>
/// <param name="Close">The last prices.</param>
/// <param name="Volume">The volumes.</param>
/// <param name="Symbol">The symbols.</param>
internal sealed record CsvColumns(int Time, int TimeOfDay, int Open, int High, int Low, int Close, int Volume, int Symbol)
{
    /// <summary>Whether there are volumes.</summary>
    public bool HasVolume => Volume >= 0;

    /// <summary>Whether rows name their symbol.</summary>
    public bool HasSymbol => Symbol >= 0;

    /// <summary>The numeric fields that every bar has.</summary>
    public int[] Prices => [Open, High, Low, Close];

    /// <summary>The fields of bids.</summary>
    public QuoteFields Bid { get; init; } = QuoteFields.None;

    /// <summary>The fields of asks.</summary>
    public QuoteFields Ask { get; init; } = QuoteFields.None;

    /// <summary>Whether there are bids or asks.</summary>
    public bool HasQuotes => Bid.Any || Ask.Any;

    /// <summary>
    /// A field that looks like a symbol in a file without a column of symbols, which must have the same value in all rows; -1 if there is none.
    /// </summary>
    public int LikeSymbol { get; init; } = -1;

    /// <summary>A column of volumes that is empty at the start of the file, so that it is not used; -1 if there is none.</summary>
    public int BlankVolume { get; init; } = -1;

    /// <summary>Whether a field is read.</summary>
    public bool Contains(int field) =>
        field == Time || field == TimeOfDay || field == Open || field == High || field == Low || field == Close || field == Volume || field == Symbol
        || Bid.Contains(field) || Ask.Contains(field);

    /// <summary>
    /// Whether a mapping says that prices are adjusted, as in vendors' files, where their close is under adjclose, Adj Close or adjusted_close.
    /// </summary>
    public static bool NameAdjustedPrices(IReadOnlyDictionary<string, string> mapping) =>
        mapping.TryGetValue("close", out string? header) && header.StartsWith("adj", StringComparison.OrdinalIgnoreCase);
}
