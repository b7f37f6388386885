namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>Text files.</summary>
    public sealed record Csv : BarSourceOptions
    {
        /// <summary>The value of <c>data.source</c>.</summary>
        public const string Word = "csv";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>
        /// A file, a folder or a glob; <c>{symbol}</c> stands for each symbol. Absolute, or relative to
        /// <see cref="BarSourceOptions.BaseDirectory"/>.
        /// </summary>
        public required string Path { get; init; }

        /// <summary>
        /// The location of bars of a lower timeframe, read in the same way as those of <see cref="Path"/>: also a file, a folder or a glob.
        /// <see langword="null"/> if there are none.
        /// </summary>
        public string? FinerPath { get; init; }

        /// <summary>The vendor or program whose files these are, such as <c>stooq</c>; <see langword="null"/> to recognize it, if possible.</summary>
        public string? Format { get; init; }

        /// <summary>The length of the bars; <see langword="null"/> to infer it from the distances between them.</summary>
        public Timeframe? Timeframe { get; init; }

        /// <summary>The time zone of times that name none, and of trading days: an IANA id.</summary>
        public string TimeZone { get; init; } = "UTC";

        /// <summary>Whether rows that are not valid bars are left out and counted; otherwise they are errors.</summary>
        public bool SkipsBadRows { get; init; }

        /// <summary>The exchange calendar of all symbols; <see langword="null"/> if every day is a trading day.</summary>
        public string? Calendar { get; init; }

        /// <summary>The bars of a trading day that are wanted; <see langword="null"/> for all of them.</summary>
        public SessionHours? Session { get; init; }

        /// <summary>Whether the file's time is the bar's end rather than its start.</summary>
        public bool IsStampedAtEnd { get; init; }

        /// <summary>
        /// How the file writes its times, in the letters of .NET's custom formats (<c>dd/MM/yyyy HH:mm</c>); <see langword="null"/> to recognize it.
        /// </summary>
        public string? DateFormat { get; init; }

        /// <summary>The encoding of the text; <see langword="null"/> to recognize it.</summary>
        public TextEncoding? Encoding { get; init; }

        /// <summary>
        /// How many lines to skip before the header, or before the first row if there is none; <see langword="null"/> to recognize it.
        /// </summary>
        public int? SkipRows { get; init; }

        /// <summary>The names of the columns of a file that has no header line; empty if it has one.</summary>
        public IReadOnlyList<string> Header { get; init; } = [];

        /// <summary>The character that begins a comment line; <see langword="null"/> if there are no comments.</summary>
        public char? Comment { get; init; }

        /// <summary>The order of the bars in the file; <see langword="null"/> to recognize it.</summary>
        public RowOrder? Order { get; init; }

        /// <summary>The character between the fields of a row; <see langword="null"/> to recognize it.</summary>
        public char? Separator { get; init; }

        /// <summary>Whether numbers use a decimal comma; <see langword="null"/> to recognize it.</summary>
        public bool? HasDecimalComma { get; init; }

        /// <summary>The character between groups of digits (1,234,567); <see langword="null"/> to recognize it.</summary>
        public char? Thousands { get; init; }

        /// <summary>The factor the prices of the file are multiplied by: 0.0001 where 15234 means 1.5234.</summary>
        public double PriceScale { get; init; } = 1;

        /// <summary>Headers by column (<c>close</c> → <c>adjclose</c>) where they differ.</summary>
        public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
    }
}
