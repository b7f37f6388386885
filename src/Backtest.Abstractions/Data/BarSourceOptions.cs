namespace Backtest;

/// <summary>
/// Which bars a run reads: the <c>data</c> part of a run file, or one source of it. Each kind of source is a case with options of its own.
/// </summary>
public abstract partial record BarSourceOptions
{
    private BarSourceOptions()
    {
    }

    /// <summary>What <c>data.source</c> says for it: <c>csv</c>, <c>catalog</c>, <c>lean</c>, <c>synthetic</c>, or the id of a plugin.</summary>
    public abstract string Source { get; }

    /// <summary>The folder that relative paths start from.</summary>
    public string BaseDirectory { get; init; } = "";

    /// <summary>The symbols wanted; empty: all that the data holds.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The first day, in the data's time zone; by the bar's start.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, in the data's time zone, wholly included; by the bar's start.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The key of the run file that the last day follows from, for errors; <see langword="null"/>: the source's own.</summary>
    public string? EndKey { get; init; }

    /// <summary>The exchange calendars of symbols that have another one than the rest of the source.</summary>
    public IReadOnlyDictionary<string, string> Calendars { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A CSV file of splits and dividends, in place of those the source knows of; <see langword="null"/>: there is none. Absolute, or relative
    /// to <see cref="BaseDirectory"/>.
    /// </summary>
    public string? Actions { get; init; }

    /// <summary>What a line of comment in that file begins with; <see langword="null"/>: there is none.</summary>
    public char? ActionsComment { get; init; }

    /// <summary>What prices are adjusted for.</summary>
    public PriceAdjustment Adjustment { get; init; }

    /// <summary>The key the options stand under in the run file, for errors: <c>data</c>, or <c>data[1]</c> in a list.</summary>
    public string Key { get; init; } = "data";

    /// <summary>Where the options stand in the run file, for errors.</summary>
    public SourcePosition Position { get; init; }
}
