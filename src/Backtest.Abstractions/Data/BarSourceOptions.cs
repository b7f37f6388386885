namespace Backtest;

/// <summary>Which bars a run reads: the <c>data</c> part of a run file, or one source of it.</summary>
public sealed record BarSourceOptions
{
    /// <summary>The kind of source: <c>csv</c>, <c>catalog</c>, <c>lean</c>, <c>synthetic</c>, or the id of a bar source plugin.</summary>
    public required string Source { get; init; }

    /// <summary>A file, a folder or a glob; <c>{symbol}</c> stands for each symbol. Absolute, or relative to <see cref="BaseDirectory"/>.</summary>
    public string? Path { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public string BaseDirectory { get; init; } = "";

    /// <summary>The symbols wanted; empty: all that the data holds.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The length of the bars.</summary>
    public Timeframe Timeframe { get; init; } = Timeframe.Day;

    /// <summary>Whether bars of every length there are wanted, <see cref="Timeframe"/> saying nothing; of a catalog alone.</summary>
    public bool HasEveryTimeframe { get; init; }

    /// <summary>The first day, in <see cref="TimeZone"/>; by the bar's start.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, in <see cref="TimeZone"/>, wholly included; by the bar's start.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The zone of times that name none, and of trading days: an IANA id.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether the file's time is the bar's end rather than its start.</summary>
    public bool IsStampedAtEnd { get; init; }

    /// <summary>
    /// How the file writes its times, in the letters of .NET's custom formats (<c>dd/MM/yyyy HH:mm</c>); <see langword="null"/>: it is
    /// recognized.
    /// </summary>
    public string? DateFormat { get; init; }

    /// <summary>What stands between the fields of a row; <see langword="null"/>: it is recognized.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether numbers are written with a comma before their fraction.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>The exchange calendar of all symbols; <see langword="null"/>: the source's own, or every day is a trading day.</summary>
    public string? Calendar { get; init; }

    /// <summary>The exchange calendars of symbols that have another one.</summary>
    public IReadOnlyDictionary<string, string> Calendars { get; init; } = new Dictionary<string, string>();

    /// <summary>Which bars of a trading day are wanted; <see langword="null"/>: what is usual for the source.</summary>
    public SessionHours? Session { get; init; }

    /// <summary>Headers by column (<c>close</c> → <c>adjclose</c>) where they differ.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether rows that are no bars are left out and counted; otherwise they are errors.</summary>
    public bool SkipsBadRows { get; init; }

    /// <summary>
    /// A CSV file of splits and dividends, in place of those the source knows of; <see langword="null"/>: there is none. Absolute, or relative
    /// to <see cref="BaseDirectory"/>.
    /// </summary>
    public string? Actions { get; init; }

    /// <summary>What prices are adjusted for.</summary>
    public PriceAdjustment Adjustment { get; init; }

    /// <summary>How synthetic bars are made; <see langword="null"/> for other sources.</summary>
    public SyntheticBars? Synthetic { get; init; }

    /// <summary>The parameters of a bar source plugin.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>Which bars of a LEAN folder are read; <see langword="null"/> for other sources.</summary>
    public LeanBars? Lean { get; init; }

    /// <summary>The key the options stand under in the run file, for errors: <c>data</c>, or <c>data[1]</c> in a list.</summary>
    public string Key { get; init; } = "data";

    /// <summary>Where the options stand in the run file, for errors.</summary>
    public SourcePosition Position { get; init; }
}
