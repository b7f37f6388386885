namespace Backtest.Engine;

/// <summary>What can be changed at random, as named in run files.</summary>
public static class MonteCarloMethods
{
    /// <summary>The order of trades.</summary>
    public const string TradeOrder = "trade_order";

    /// <summary>Which trades there were.</summary>
    public const string Trades = "trades";

    /// <summary>Daily returns, in blocks.</summary>
    public const string Returns = "returns";

    /// <summary>Bars, in blocks, all symbols together.</summary>
    public const string Bars = "bars";

    /// <summary>Each price, by a little.</summary>
    public const string Noise = "noise";

    /// <summary>The day trading begins.</summary>
    public const string Start = "start";

    /// <summary>What fills cost.</summary>
    public const string Costs = "costs";

    /// <summary>How long orders take to reach the market.</summary>
    public const string Delays = "delays";

    /// <summary>The fewest repetitions: with fewer, one in twenty would be none.</summary>
    public const int FewestRepetitions = 20;

    /// <summary>Those that use only the results of the run.</summary>
    public static IReadOnlyList<string> OfResults { get; } = [TradeOrder, Trades, Returns];

    /// <summary>Those for which the run is repeated.</summary>
    public static IReadOnlyList<string> OfRuns { get; } = [Bars, Noise, Start, Costs, Delays];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfResults, .. OfRuns];
}
