namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>Bars that are made, not read.</summary>
    public sealed record Synthetic : BarSourceOptions
    {
        /// <summary>What <c>data.source</c> says.</summary>
        public const string Word = "synthetic";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>The length of the bars.</summary>
        public Timeframe Timeframe { get; init; } = Timeframe.Day;

        /// <summary>The zone of days: an IANA id.</summary>
        public string TimeZone { get; init; } = "UTC";

        /// <summary>How the bars are made.</summary>
        public SyntheticBars Bars { get; init; } = new();
    }
}
