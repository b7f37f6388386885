using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Reorders or resamples trades and daily returns, without executing runs.</summary>
/// <param name="history">The run.</param>
/// <param name="asked">The requested methods and their options.</param>
/// <param name="sharpe">Computes annual Sharpe ratios.</param>
internal sealed class ReorderedReturns(RunHistory history, MonteCarloConfig asked, AnnualSharpe sharpe)
{
    private const int FewestTrades = 10;
    private const int FewestDays = 20;

    /// <summary>The error that a method does not suit the run, or null if it does.</summary>
    public InputError? Refuse(string method)
    {
        bool isOfDays = method == MonteCarloMethods.Returns;
        int found = isOfDays ? history.Days.Count : history.TradeReturns.Length;
        int needed = isOfDays ? FewestDays : FewestTrades;
        string what = isOfDays ? "days" : "trades that ended";
        return found >= needed
            ? null
            : new InputError(isOfDays ? "too_few_days" : "too_few_trades", $"the run has {found} {what}, but '{method}' needs at least {needed}")
            {
                Key = "monte_carlo.methods",
                Fix = $"Use a longer run, or remove '{method}'.",
            };
    }

    /// <summary>Draws repetitions.</summary>
    /// <param name="method">The method.</param>
    /// <param name="workers">The number of threads.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public MonteCarloResult Draw(string method, int workers, CancellationToken cancellation)
    {
        bool isOfDays = method == MonteCarloMethods.Returns;
        double[] own = isOfDays ? history.DailyPath : PathOf(history.TradeReturns);
        double[] returns = RunHistory.ReturnsOf(own);
        double? blockLength = isOfDays ? BlockLength.Of(returns).Stationary : null;
        ulong seed = MethodSeed.Of(asked.Seed, method);
        var tally = new PathTally(own, asked.Repetitions, isOfDays ? sharpe : null);
        Parallel.For(
            0,
            asked.Repetitions,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
            () => (Order: new int[returns.Length], Path: new double[own.Length]),
            (repetition, _, scratch) =>
            {
                if (method == MonteCarloMethods.TradeOrder)
                    Shuffle(scratch.Order, seed, repetition);
                else
                    StationaryBootstrap.Draw(scratch.Order, returns.Length, restart: 1 / (blockLength ?? 1), seed, repetition);
                scratch.Path[0] = own[0];
                for (int step = 0; step < scratch.Order.Length; step++)
                    scratch.Path[step + 1] = scratch.Path[step] * (1 + returns[scratch.Order[step]]);
                tally.Take(repetition, scratch.Path);
                return scratch;
            },
            _ => { });
        bool isEndFixed = method == MonteCarloMethods.TradeOrder;
        return tally.Sum(method, isOfDays ? history.Days : null, isEndFixed) with { BlockLength = blockLength };
    }

    /// <summary>The equity that trades with these returns, one after another, would have resulted in.</summary>
    private double[] PathOf(double[] returns)
    {
        double equity = history.Initial;
        return [equity, .. returns.Select(value => equity *= Math.Max(0, 1 + value))];
    }

    /// <summary>Shuffles so that every order is equally likely (Durstenfeld, 1964).</summary>
    private static void Shuffle(Span<int> order, ulong seed, int repetition)
    {
        var random = new SearchRandom(seed, (ulong)repetition);
        for (int i = 0; i < order.Length; i++)
        {
            int other = random.NextInt32(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }
}
