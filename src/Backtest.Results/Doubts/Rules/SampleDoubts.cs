using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>Doubts about too small a sample.</summary>
internal static class SampleDoubts
{
    private const double LeastT = 2;
    private const int LeastTradesPerParameter = 10;
    private const int FewestSymbolsChosen = 5;

    /// <summary>The mean trade is less than two standard errors from zero.</summary>
    public static Doubt? FewTrades(DoubtFacts facts)
    {
        double[] returns = [.. facts.Run.Trades.Select(trade => (double)trade.Return)];
        if (returns.Length < 2 || facts.Profit <= 0)
            return null;
        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
        double t = deviation == 0 ? double.PositiveInfinity : mean / deviation * Math.Sqrt(returns.Length);
        if (t >= LeastT)
            return null;
        string needed = mean > 0 ? $"; with this mean and deviation, it would take {DoubtText.Of(Math.Ceiling(LeastT * LeastT * deviation * deviation / (mean * mean)), "N0")}" : "";
        return new Doubt(
            "few_trades",
            "Too few trades to support the result",
            $"The mean trade returns {DoubtText.Of(mean, "0.00%")} with a standard deviation of {DoubtText.Of(deviation, "0.00%")}: t is {DoubtText.Of(t, "0.0")} over {DoubtText.Of(returns.Length, "N0")} trades, "
                + $"below the {DoubtText.Of(LeastT, "0")} above which chance is considered unlikely{needed}.",
            $"t {DoubtText.Of(t, "0.0")}",
            facts.Profit);
    }

    /// <summary>
    /// Each parameter that could be chosen needs about ten trades (Harrell and others, 1984; Peduzzi and others, 1996, about events and variables).
    /// </summary>
    public static Doubt? ManyParameters(DoubtFacts facts)
    {
        int parameters = ManifestTree.Strategies(facts.Config).Sum(strategy => Numbers(strategy["parameters"]));
        int trades = facts.Run.Trades.Length;
        return parameters == 0 || trades == 0 || trades >= LeastTradesPerParameter * parameters ? null : new Doubt(
            "many_parameters",
            "Too many parameters for the number of trades",
            $"{DoubtText.Count(trades, "trade supports", "trades support")} {DoubtText.Count(parameters, "number", "numbers")} that could be chosen in the strategies. "
                + $"A rule of thumb asks for {LeastTradesPerParameter} for each (Peduzzi and others, 1996). Use fixed values for unimportant parameters, or test on more symbols.",
            $"{DoubtText.Of((double)trades / parameters, "0.0")} trades a parameter",
            Math.Max(0, facts.Profit));
    }

    /// <summary>Holding the traded symbols would have made more.</summary>
    public static Doubt? BuyAndHold(DoubtFacts facts) => facts is not { Bars.BuyAndHold: { } held, Total.TotalReturn: { } own } || own >= held ? null : new Doubt(
        "buy_and_hold",
        "Buying and holding did better",
        $"The run returned {DoubtText.Of(own, "0.00%")}. The same amount in each symbol it traded, held over the same time, returned {DoubtText.Of(held, "0.00%")} before dividends. "
            + "A smaller drawdown may still be worth that: compare both at the same risk.",
        $"{DoubtText.Of(Math.Abs(own - held), "0.0%")} behind",
        Math.Max(0, facts.Profit));

    /// <summary>Several symbols are traded, and nothing says which existed at the time.</summary>
    public static Doubt? Survivors(DoubtFacts facts)
    {
        int symbols = facts.Run.Trades.Select(trade => trade.Symbol).Distinct().Count();
        bool hasUniverse = ManifestTree.Strategies(facts.Config).Any(strategy => strategy["universe"] is not null);
        bool isMade = ManifestTree.Sources(facts.Config).All(source => (string?)source["source"] == "synthetic");
        return symbols < FewestSymbolsChosen || hasUniverse || isMade ? null : new Doubt(
            "survivors",
            "Symbols were chosen with today's knowledge",
            $"{symbols} symbols were traded, but no universe file defines which of them could have been chosen on each day. Symbols that have failed since then are missing "
                + "(survivorship bias; Brown, Goetzmann, Ibbotson and Ross, 1992). Use a universe file with days that includes delisted symbols.",
            $"{symbols} symbols",
            Math.Max(0, facts.Profit));
    }

    private static int Numbers(JsonNode? node) => node switch
    {
        JsonObject map => map.Sum(entry => Numbers(entry.Value)),
        JsonArray items => items.Sum(Numbers),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => 1,
        _ => 0,
    };
}
