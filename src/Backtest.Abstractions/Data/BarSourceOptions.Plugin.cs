namespace Backtest;

public abstract partial record BarSourceOptions
{
    /// <summary>The bars of a bar source plugin.</summary>
    public sealed record Plugin : BarSourceOptions
    {
        /// <inheritdoc/>
        public override string Source => Id;

        /// <summary>The plugin's id, or <c>Package.Id/id</c> where two packages have it.</summary>
        public required string Id { get; init; }

        /// <summary>
        /// The path the plugin reads from; <see langword="null"/> if it needs none. Absolute, or relative to
        /// <see cref="BarSourceOptions.BaseDirectory"/>.
        /// </summary>
        public string? Path { get; init; }

        /// <summary>The length of the bars.</summary>
        public Timeframe Timeframe { get; init; } = Timeframe.Day;

        /// <summary>The time zone of trading days where there is no calendar: an IANA id.</summary>
        public string TimeZone { get; init; } = "UTC";

        /// <summary>The exchange calendar of all symbols; <see langword="null"/> if every day is a trading day.</summary>
        public string? Calendar { get; init; }

        /// <summary>The plugin's parameters.</summary>
        public ParameterMap Parameters { get; init; } = ParameterMap.Empty;
    }
}
