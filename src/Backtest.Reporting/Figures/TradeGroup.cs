using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The results of trades of one kind.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Trades">The number of trades.</param>
/// <param name="Profit">Their profit after commissions, in money.</param>
/// <param name="Wins">The number of trades with a profit above zero.</param>
/// <param name="MeanReturn">The mean of their returns, as fractions of the values entered.</param>
internal sealed record TradeGroup(string Name, int Trades, double Profit, int Wins, double MeanReturn)
{
    /// <summary>The fraction of trades with a profit above zero.</summary>
    public double WinRate => (double)Wins / Trades;

    /// <summary>The mean profit of a trade, in money.</summary>
    public double MeanProfit => Profit / Trades;

    /// <summary>Groups trades by kind, in the order kinds first occur.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="kind">The kind of each trade; null is named none.</param>
    public static IReadOnlyList<TradeGroup> By<TTrade>(IEnumerable<TTrade> trades, Func<TTrade, string?> kind)
        where TTrade : ITradeResult =>
        [.. trades.GroupBy(trade => kind(trade) ?? "none", StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static TradeGroup Of<TTrade>(string name, TTrade[] trades)
        where TTrade : ITradeResult => new(
            name, trades.Length, (double)trades.Sum(trade => trade.Row.Profit), trades.Count(trade => trade.Row.Profit > 0),
            (double)trades.Average(trade => trade.Row.Return));
}

/// <summary>Information about a trade.</summary>
internal interface ITradeResult
{
    /// <summary>The trade.</summary>
    TradeRow Row { get; }
}

/// <summary>Streaks of winning and of losing trades.</summary>
/// <param name="LongestWins">The largest number of consecutive trades with a profit above zero.</param>
/// <param name="LongestLosses">The largest number of consecutive other trades.</param>
/// <param name="Runs">The number of changes between winning and losing, plus one: the runs of Wald and Wolfowitz (1940).</param>
internal sealed record TradeStreaks(int LongestWins, int LongestLosses, int Runs)
{
    /// <summary>The streaks of trades in the order they ended.</summary>
    public static TradeStreaks Of(IEnumerable<TradeRow> trades)
    {
        int wins = 0;
        int losses = 0;
        int longestWins = 0;
        int longestLosses = 0;
        int runs = 0;
        foreach (TradeRow trade in trades)
        {
            bool isWin = trade.Profit > 0;
            if (isWin ? wins == 0 : losses == 0)
                runs++;
            wins = isWin ? wins + 1 : 0;
            losses = isWin ? 0 : losses + 1;
            longestWins = Math.Max(longestWins, wins);
            longestLosses = Math.Max(longestLosses, losses);
        }

        return new TradeStreaks(longestWins, longestLosses, runs);
    }
}
