namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>Text files.</summary>
    public sealed record Csv : BarSourceOptions
    {
        /// <summary>What <c>data.source</c> says.</summary>
        public const string Word = "csv";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>
        /// A file, a folder or a glob; <c>{symbol}</c> stands for each symbol. Absolute, or relative to
        /// <see cref="BarSourceOptions.BaseDirectory"/>.
        /// </summary>
        public required string Path { get; init; }

        /// <summary>The length of the bars.</summary>
        public Timeframe Timeframe { get; init; } = Timeframe.Day;

        /// <summary>The zone of times that name none, and of trading days: an IANA id.</summary>
        public string TimeZone { get; init; } = "UTC";

        /// <summary>Whether rows that are not valid bars are left out and counted; otherwise they are errors.</summary>
        public bool SkipsBadRows { get; init; }

        /// <summary>The exchange calendar of all symbols; <see langword="null"/>: every day is a trading day.</summary>
        public string? Calendar { get; init; }

        /// <summary>Which bars of a trading day are wanted; <see langword="null"/>: all of them.</summary>
        public SessionHours? Session { get; init; }

        /// <summary>Whether the file's time is the bar's end rather than its start.</summary>
        public bool IsStampedAtEnd { get; init; }

        /// <summary>
        /// How the file writes its times, in the letters of .NET's custom formats (<c>dd/MM/yyyy HH:mm</c>); <see langword="null"/>: it is
        /// recognized.
        /// </summary>
        public string? DateFormat { get; init; }

        /// <summary>The character between the fields of a row; <see langword="null"/>: it is recognized.</summary>
        public char? Separator { get; init; }

        /// <summary>Whether numbers are written with a comma before their fraction.</summary>
        public bool HasDecimalComma { get; init; }

        /// <summary>Headers by column (<c>close</c> → <c>adjclose</c>) where they differ.</summary>
        public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
    }
}
