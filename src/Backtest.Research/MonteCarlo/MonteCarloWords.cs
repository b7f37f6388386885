using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Explains what the figures of a method show and what they do not.</summary>
internal static class MonteCarloWords
{
    /// <summary>The meaning of a method's figures.</summary>
    public static string MeaningOf(string method) => method switch
    {
        MonteCarloMethods.TradeOrder =>
            "The same trades in other orders: how deep the drawdown could have been by the luck of order alone. It says nothing of the return, and "
            + "trades that were open together are laid one after another.",
        MonteCarloMethods.Trades =>
            "Trades drawn again, each as likely as any other: how far the result depends on which of them came up. It takes trades as independent "
            + "and as alike over time, and knows no loss greater than the greatest there was.",
        MonteCarloMethods.Returns =>
            "Daily returns drawn again in blocks: what as many days of the same kind could have come to. It keeps what depends on the days before "
            + "within blocks only, and knows no day worse than the worst there was.",
        MonteCarloMethods.Bars =>
            "Bars drawn again in blocks, all symbols together, and the run made on them: what its rules do when the same moves come in another "
            + "order. Trends and cycles longer than a block are lost, so rules that live on them look worse than they are.",
        MonteCarloMethods.Noise =>
            "Every price moved a little by chance, and the run made on them: whether the result depends on exact prices. It does not say whether "
            + "what the rules go by will last.",
        MonteCarloMethods.Start =>
            "Trading begun on later days: whether the result depends on the first day. A later start has less time, so compare Sharpe ratios before "
            + "final results.",
        MonteCarloMethods.Costs =>
            "Every fill charged more, in even steps: how much dearer trading may become. Prices stay as they were; an order that moves "
            + "the market is not shown.",
        MonteCarloMethods.Delays =>
            "Every order, and every request to change one, on its way for longer: how much depends on being quick. Decisions are the same; only when "
            + "and where they fill changes.",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method."),
    };
}
