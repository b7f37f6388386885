using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Explains what the figures of a method show and what they do not.</summary>
internal static class MonteCarloWords
{
    /// <summary>The meaning of a method's figures.</summary>
    public static string MeaningOf(string method) => method switch
    {
        MonteCarloMethods.TradeOrder =>
            "The same trades in a different order. It shows how deep the drawdown could have been by the luck of the order alone. It says nothing about the return, and "
            + "trades that were open at the same time follow one another.",
        MonteCarloMethods.Trades =>
            "Trades drawn at random, all equally likely. It shows how much the result depends on which trades occurred. It assumes that trades are independent "
            + "and do not change over time, and contains no loss larger than the largest of the run.",
        MonteCarloMethods.Returns =>
            "Daily returns drawn at random in blocks. It shows what the same number of similar days could have returned. It keeps the dependence on earlier days "
            + "only within blocks, and contains no day worse than the worst of the run.",
        MonteCarloMethods.Bars =>
            "Bars drawn at random in blocks, for all symbols together, and the run repeated on them. It shows what its rules do when the same moves come in a different "
            + "order. Trends and cycles longer than a block are lost, so rules that depend on them look worse than they are.",
        MonteCarloMethods.Noise =>
            "Every price changed slightly at random, and the run repeated on them. It shows whether the result depends on exact prices, but not whether "
            + "the patterns behind the rules will last.",
        MonteCarloMethods.Start =>
            "Trading started on later days. It shows whether the result depends on the first day. A later start leaves less time, so compare Sharpe ratios before "
            + "final results.",
        MonteCarloMethods.Costs =>
            "Every fill charged more, in even steps. It shows how much more expensive trading may become. Prices do not change; an order that moves "
            + "the market is not simulated.",
        MonteCarloMethods.Delays =>
            "Every order, and every request to change one, delayed. It shows how much depends on speed. Decisions are the same; only when "
            + "and where they fill changes.",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "The method is unknown."),
    };
}
