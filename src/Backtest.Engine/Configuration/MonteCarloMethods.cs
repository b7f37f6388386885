namespace Backtest.Engine;

/// <summary>The methods that change something at random, as named in run files.</summary>
public static class MonteCarloMethods
{
    /// <summary>The order of trades.</summary>
    public const string TradeOrder = "trade_order";

    /// <summary>The selection of trades.</summary>
    public const string Trades = "trades";

    /// <summary>Daily returns, in blocks.</summary>
    public const string Returns = "returns";

    /// <summary>Bars, in blocks, all symbols together.</summary>
    public const string Bars = "bars";

    /// <summary>Each price, by a small amount.</summary>
    public const string Noise = "noise";

    /// <summary>The day on which trading begins.</summary>
    public const string Start = "start";

    /// <summary>The costs of fills.</summary>
    public const string Costs = "costs";

    /// <summary>The time orders take to reach the market.</summary>
    public const string Delays = "delays";

    /// <summary>The fewest repetitions: with fewer, one in twenty would be less than one.</summary>
    public const int FewestRepetitions = 20;

    /// <summary>The methods that use only the results of the run.</summary>
    public static IReadOnlyList<string> OfResults { get; } = [TradeOrder, Trades, Returns];

    /// <summary>The methods that repeat the run.</summary>
    public static IReadOnlyList<string> OfRuns { get; } = [Bars, Noise, Start, Costs, Delays];

    /// <summary>All methods.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfResults, .. OfRuns];
}
