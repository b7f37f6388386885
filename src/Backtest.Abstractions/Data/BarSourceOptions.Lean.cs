namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>A data folder of QuantConnect LEAN, which itself says what time zones its bars are in.</summary>
    public sealed record Lean : BarSourceOptions
    {
        /// <summary>The value of <c>data.source</c>.</summary>
        public const string Word = "lean";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>The data folder. Absolute, or relative to <see cref="BarSourceOptions.BaseDirectory"/>.</summary>
        public required string Path { get; init; }

        /// <summary>The length of the bars; a folder has bars of a second, a minute, an hour and a day.</summary>
        public Timeframe Timeframe { get; init; } = Timeframe.Day;

        /// <summary>Whether rows that are not valid bars are left out and counted; otherwise they are errors.</summary>
        public bool SkipsBadRows { get; init; }

        /// <summary>The exchange calendar of all symbols; <see langword="null"/> for the one the folder gives each market.</summary>
        public string? Calendar { get; init; }

        /// <summary>The bars of a trading day that are wanted; <see langword="null"/> for those of the regular session.</summary>
        public SessionHours? Session { get; init; }

        /// <summary>What is traded.</summary>
        public LeanAsset Asset { get; init; }

        /// <summary>
        /// The market's folder; <see langword="null"/> for <c>usa</c> (shares), <c>oanda</c> (currencies) or <c>coinbase</c> (digital currencies).
        /// </summary>
        public string? Market { get; init; }

        /// <summary>What the bars are made of; <see langword="null"/> for trades, or quotes for currencies.</summary>
        public LeanKind? Kind { get; init; }

        /// <summary>How dividend amounts are determined.</summary>
        public LeanDividends Dividends { get; init; }

        /// <summary>What splits come to.</summary>
        public LeanSplits Splits { get; init; }
    }
}
