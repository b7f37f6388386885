namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>Bars that are generated, not read.</summary>
    public sealed record Synthetic : BarSourceOptions
    {
        /// <summary>The value of <c>data.source</c>.</summary>
        public const string Word = "synthetic";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>The length of the bars.</summary>
        public Timeframe Timeframe { get; init; } = Timeframe.Day;

        /// <summary>The time zone of days: an IANA id.</summary>
        public string TimeZone { get; init; } = "UTC";

        /// <summary>How the bars are generated.</summary>
        public SyntheticBars Bars { get; init; } = new();
    }
}
