namespace Backtest;

/// <summary>
/// Provides the bars of a bar source plugin. It may read files and the network; the same request must return the same bars, or a run cannot be
/// repeated.
/// </summary>
public interface IBarProvider
{
    /// <summary>Whether the bars have volumes.</summary>
    bool HasVolume => true;

    /// <summary>
    /// The corporate actions the returned prices are already adjusted for; none by default. The factors are then unknown, and a run warns if ticks or
    /// fees per share depend on them.
    /// </summary>
    PriceAdjustment Adjustment => PriceAdjustment.None;

    /// <summary>The symbols available for a request; those it does not ask for are left out.</summary>
    /// <exception cref="InputException">The data to read is missing or invalid.</exception>
    IEnumerable<string> FindSymbols(BarRequest request);

    /// <summary>The bars of a symbol in the order of their ends, read as they are enumerated. Called once for each symbol and run.</summary>
    /// <param name="symbol">One of those found.</param>
    /// <param name="request">The bars wanted.</param>
    /// <param name="cancellation">Cancels reading; observe it where reading takes long.</param>
    /// <exception cref="InputException">The data read is missing or invalid.</exception>
    IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation);

    /// <summary>Splits and dividends of the symbols that the prices do not reflect; none by default.</summary>
    IEnumerable<CorporateAction> ReadActions(BarRequest request) => [];
}
