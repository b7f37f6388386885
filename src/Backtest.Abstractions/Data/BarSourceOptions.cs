namespace Backtest;

/// <summary>
/// The bars a run reads: the <c>data</c> section of a run file, or one source of it. Each kind of source is a case with options of its own.
/// </summary>
public abstract partial record BarSourceOptions
{
    private BarSourceOptions()
    {
    }

    /// <summary>The value of <c>data.source</c>: <c>csv</c>, <c>catalog</c>, <c>lean</c>, <c>synthetic</c>, or the id of a plugin.</summary>
    public abstract string Source { get; }

    /// <summary>The folder that relative paths start from.</summary>
    public string BaseDirectory { get; init; } = "";

    /// <summary>The symbols wanted; empty for all in the data.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The first day, in the data's time zone; by the bar's start.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, in the data's time zone, wholly included; by the bar's start.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The key of the run file that sets the last day, for errors; <see langword="null"/> for the source's own.</summary>
    public string? EndKey { get; init; }

    /// <summary>The exchange calendars of symbols whose calendar differs from that of the rest of the source.</summary>
    public IReadOnlyDictionary<string, string> Calendars { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A CSV file of splits and dividends, in place of those the source has; <see langword="null"/> if there is none. Absolute, or relative to
    /// <see cref="BaseDirectory"/>.
    /// </summary>
    public string? Actions { get; init; }

    /// <summary>The character that begins a comment line in that file; <see langword="null"/> if there are no comments.</summary>
    public char? ActionsComment { get; init; }

    /// <summary>The corporate actions prices are adjusted for.</summary>
    public PriceAdjustment Adjustment { get; init; }

    /// <summary>The key of the options in the run file, for errors: <c>data</c>, or <c>data[1]</c> in a list.</summary>
    public string Key { get; init; } = "data";

    /// <summary>The position of the options in the run file, for errors.</summary>
    public SourcePosition Position { get; init; }
}
