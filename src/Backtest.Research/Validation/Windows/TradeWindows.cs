using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// Lays out windows that are counted in trades, and searches each before the next, because the length of a test depends on what was best before it
/// ([why](../../../../docs/decisions/0036-windows-may-follow-from-results.md)). The windows are a function only of the run file and the data, so
/// that every worker lays out the same ones.
/// </summary>
internal sealed class TradeWindows(
    SearchPlan plan, WalkForwardConfig config, WindowPlan windows, DateOnly[] days, WindowSearches searches, WindowRuns runs, IWindowTests tests, int workers)
{
    private readonly List<SearchedWindow> _searched = [];
    private readonly List<TradedWindow> _traded = [];

    /// <summary>The windows searched so far.</summary>
    public List<Window> Windows { get; } = [];

    /// <summary>The number of searches that had to begin with the first day, because the best parameters before had not closed enough trades.</summary>
    public int Short { get; private set; }

    /// <summary>Searches window after window.</summary>
    /// <param name="closed">The number of trades that the run in the file closes on each day.</param>
    /// <param name="cancellation">Cancels the operation; what was done until then is kept.</param>
    /// <exception cref="InputException">There are too few trades for one test.</exception>
    public async Task<IReadOnlyList<SearchedWindow>> ExecuteAsync(int[] closed, CancellationToken cancellation)
    {
        for (int from = windows.FirstTest(closed); from < windows.Days;)
        {
            int number = Windows.Count;
            int[] before = await CountBeforeAsync(closed, cancellation).ConfigureAwait(false);
            DayRange train = windows.TrainBefore(from, before);
            if (number == 0)
                train = train with { From = 0 }; // include the days before the first trade
            else if (GoesBack && before.Take(train.To).Sum() < config.Train.Count)
                Short++;
            SearchedWindow searched = await searches.SearchAsync(number, train, number + 2, workers, cancellation).ConfigureAwait(false);
            int[] trades = await CountAfterAsync(number, searched, from, cancellation).ConfigureAwait(false);
            if (windows.Test(from, isFirst: number == 0, trades) is not { } test)
            {
                if (number == 0)
                    throw windows.TooFewToTest(days[from], trades.Skip(from).Sum());
                break;
            }

            var window = new Window(number, train, test);
            Windows.Add(window);
            _searched.Add(searched);
            if ((searched.Parameters ?? Last) is { } parameters)
                _traded.Add(new TradedWindow(window, parameters));
            from = windows.NextTest(test, trades);
        }

        return _searched;
    }

    /// <summary>Whether the start of a search is counted back in trades.</summary>
    private bool GoesBack => config.Train.Unit == WindowUnit.Trades && !config.IsAnchored;

    private WindowParameters? Last => _traded.Count > 0 ? _traded[^1].Parameters : null;

    /// <summary>
    /// The trades that determine how far a search goes back: those that the best parameters of the window before close when run on all days.
    /// </summary>
    private async Task<int[]> CountBeforeAsync(int[] closed, CancellationToken cancellation) => !GoesBack || Last is not { } last ? closed
        : (await runs.CountTradesAsync(plan.ConfigOf(last.Point), from: null, cancellation).ConfigureAwait(false)).Trades;

    /// <summary>
    /// The trades that determine when a test ends: those closed in it with the traded parameters or, without any, by the run in the file.
    /// </summary>
    private async Task<int[]> CountAfterAsync(int number, SearchedWindow searched, int from, CancellationToken cancellation)
    {
        if (config.Test.Unit != WindowUnit.Trades && config.Step is not { Unit: WindowUnit.Trades })
            return [];
        if ((searched.Parameters ?? Last) is { } parameters)
        {
            var open = new Window(number, searched.Train, new DayRange(from, windows.Days));
            return await tests.CountTradesAsync([.. _traded, new TradedWindow(open, parameters)], cancellation).ConfigureAwait(false);
        }

        return (await runs.CountTradesAsync(plan.AsRun, from, cancellation).ConfigureAwait(false)).Trades;
    }
}
