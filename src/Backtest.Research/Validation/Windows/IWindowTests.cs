namespace Backtest.Research;

/// <summary>Trades the days after searches with the best parameters of each.</summary>
internal interface IWindowTests
{
    /// <summary>Trades all windows.</summary>
    /// <param name="windows">The windows, in order.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The results of each window; of fewer if the capital was lost.</returns>
    /// <exception cref="InputException">A run cannot be executed.</exception>
    Task<IReadOnlyList<TestedDays>> ExecuteAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation);

    /// <summary>Continues trading after the last search until the data ends, to determine when trades are closed.</summary>
    /// <param name="windows">The windows so far, in order; the end of the last one's test is ignored.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The number of trades closed on each day.</returns>
    /// <exception cref="InputException">A run cannot be executed.</exception>
    Task<int[]> CountTradesAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation);
}
