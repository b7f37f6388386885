namespace Backtest;

/// <summary>The bars of one symbol and one timeframe that a source has.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">The length of the bars.</param>
/// <param name="HasVolume">Whether the bars have volumes.</param>
/// <param name="Bars">How many bars there are; <see langword="null"/> if known only once they are read.</param>
/// <param name="Calendar">When the symbol's market trades.</param>
public sealed record SourceSeries(string Symbol, Timeframe Timeframe, bool HasVolume, long? Bars, ITradingCalendar Calendar)
{
    /// <summary>The dates of the time zone of the source's times: every day is a trading day, from midnight to midnight.</summary>
    public ITradingCalendar Dates { get; init; } = Calendar.Name == EveryDayCalendar.Utc.Name ? Calendar : EveryDayCalendar.Utc;

    /// <summary>A trading day no bar is later than; <see langword="null"/> if known only once they are read.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether the bars have bid and ask.</summary>
    public bool HasQuotes { get; init; }

    /// <summary>How the bars differ from what was traded, by day; empty if they do not, as far as is known.</summary>
    public IReadOnlyList<AdjustmentStep> Adjustments { get; init; } = [];

    /// <summary>Whether prices are also adjusted by unknown factors, beyond <see cref="Adjustments"/>.</summary>
    public bool HasUnknownAdjustment { get; init; }
}
