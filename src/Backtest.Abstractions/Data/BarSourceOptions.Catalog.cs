namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>A catalog: bars imported before, with the time zone and the calendars they were imported with.</summary>
    public sealed record Catalog : BarSourceOptions
    {
        /// <summary>The value of <c>data.source</c>.</summary>
        public const string Word = "catalog";

        /// <inheritdoc/>
        public override string Source => Word;

        /// <summary>The catalog's folder. Absolute, or relative to <see cref="BarSourceOptions.BaseDirectory"/>.</summary>
        public required string Path { get; init; }

        /// <summary>The length of the bars; <see langword="null"/> for bars of every length the catalog has.</summary>
        public Timeframe? Timeframe { get; init; }
    }
}
