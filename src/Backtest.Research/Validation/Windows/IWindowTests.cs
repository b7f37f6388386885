namespace Backtest.Research;

/// <summary>Trades the days after searches with what was best in them.</summary>
internal interface IWindowTests
{
    /// <summary>Trades them.</summary>
    /// <param name="windows">The windows, in order.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>What came of each; of fewer where the capital was lost.</returns>
    /// <exception cref="InputException">A run cannot be made.</exception>
    Task<IReadOnlyList<TestedDays>> ExecuteAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation);

    /// <summary>Trades on after the last search, until the data ends, to see when trades are closed.</summary>
    /// <param name="windows">The windows so far, in order; where the test of the last one ends does not matter.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>How many trades are closed on each day.</returns>
    /// <exception cref="InputException">A run cannot be made.</exception>
    Task<int[]> CountTradesAsync(IReadOnlyList<TradedWindow> windows, CancellationToken cancellation);
}
