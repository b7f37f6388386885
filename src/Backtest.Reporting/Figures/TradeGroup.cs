using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What trades of one kind came to.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Trades">How many.</param>
/// <param name="Profit">What they made, in money, commissions taken off.</param>
/// <param name="Wins">How many made more than nothing.</param>
/// <param name="MeanReturn">The mean of their returns, as fractions of the values entered.</param>
internal sealed record TradeGroup(string Name, int Trades, double Profit, int Wins, double MeanReturn)
{
    /// <summary>The share that made more than nothing.</summary>
    public double WinRate => (double)Wins / Trades;

    /// <summary>What a trade made on average, in money.</summary>
    public double MeanProfit => Profit / Trades;

    /// <summary>Trades by kind, in the order kinds first come.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="kind">The kind of each; null is called none.</param>
    public static IReadOnlyList<TradeGroup> By<TTrade>(IEnumerable<TTrade> trades, Func<TTrade, string?> kind)
        where TTrade : ITradeResult =>
        [.. trades.GroupBy(trade => kind(trade) ?? "none", StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static TradeGroup Of<TTrade>(string name, TTrade[] trades)
        where TTrade : ITradeResult => new(
            name, trades.Length, (double)trades.Sum(trade => trade.Row.Profit), trades.Count(trade => trade.Row.Profit > 0),
            (double)trades.Average(trade => trade.Row.Return));
}

/// <summary>Something about a trade.</summary>
internal interface ITradeResult
{
    /// <summary>The trade.</summary>
    TradeRow Row { get; }
}

/// <summary>Trades one after the other that all won, or all did not.</summary>
/// <param name="LongestWins">The most in a row that made more than nothing.</param>
/// <param name="LongestLosses">The most in a row that did not.</param>
/// <param name="Runs">How often winning and losing took turns, plus one: the runs of Wald and Wolfowitz (1940).</param>
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
