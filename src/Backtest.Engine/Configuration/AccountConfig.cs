namespace Backtest.Engine;

/// <summary>What an account lets a portfolio hold.</summary>
public abstract record AccountConfig
{
    private AccountConfig()
    {
    }

    /// <summary>The names of the built-in accounts.</summary>
    public static IReadOnlyList<string> Words { get; } = ["leverage", "cash", "reg_t", "portfolio_percent"];

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The greatest gross notional over equity an entry may fill to; <see langword="null"/> if a plugin decides.</summary>
    /// <param name="leverage">The portfolio's own leverage.</param>
    public decimal? GreatestLeverage(decimal leverage) => this switch
    {
        Leverage => leverage,
        Cash => 1,
        RegT account => 1 / Math.Min(account.Initial, account.IntradayMargin ?? account.Initial),
        PortfolioPercent account => 1 / account.Value,
        _ => null,
    };

    /// <summary>Gross notional up to the portfolio's leverage times its equity.</summary>
    public sealed record Leverage : AccountConfig;

    /// <summary>No shorts, and cash never below zero.</summary>
    public sealed record Cash : AccountConfig;

    /// <summary>A margin account by Regulation T and FINRA Rule 4210; margins are fractions of the market value.</summary>
    public sealed record RegT : AccountConfig
    {
        /// <summary>The margin an entry needs, in (0, 1].</summary>
        public decimal Initial { get; init; } = 0.5m;

        /// <summary>The margin longs need at a close, in (0, 1].</summary>
        public decimal MaintenanceLong { get; init; } = 0.25m;

        /// <summary>The margin shorts need at a close, in (0, 1].</summary>
        public decimal MaintenanceShort { get; init; } = 0.3m;

        /// <summary>The equity below which all holdings must be paid in full, in money.</summary>
        public decimal Minimum { get; init; } = 2_000;

        /// <summary>
        /// The margin an entry needs within the day; at the close of that day, all holdings need the initial margin. <see langword="null"/> if
        /// entries need the initial margin at once.
        /// </summary>
        public decimal? IntradayMargin { get; init; }
    }

    /// <summary>A share of the holdings, at entries and at closes.</summary>
    /// <param name="Value">The share, in (0, 1].</param>
    /// <param name="Minimum">The equity below which all holdings must be paid in full, in money.</param>
    public sealed record PortfolioPercent(decimal Value, decimal Minimum) : AccountConfig;

    /// <summary>The rules of a plugin.</summary>
    /// <param name="Model">The plugin.</param>
    public sealed record Plugin(ExecutionModel Model) : AccountConfig;
}
