namespace Backtest.Benchmarks;

/// <summary>What a run and its fused loop must agree on.</summary>
/// <param name="FinalEquity">Cash and positions at the last closes, in decimal, over all portfolios.</param>
/// <param name="Orders">The number of orders placed.</param>
/// <param name="Fills">The number of fills.</param>
public readonly record struct Outcome(decimal FinalEquity, int Orders, int Fills)
{
    /// <summary>The outcome of a run of the engine.</summary>
    public static Outcome Of(BacktestResult result) => new(
        result.FinalEquity, result.Portfolios.Sum(portfolio => portfolio.Orders), result.Portfolios.Sum(portfolio => portfolio.Fills));
}
