namespace Backtest;

/// <summary>
/// What a bar source plugin gives. It may read files and the network, wherever the bars are; the same request must give the same bars, or
/// a run cannot be repeated.
/// </summary>
public interface IBarProvider
{
    /// <summary>Whether the bars have volumes.</summary>
    bool HasVolume => true;

    /// <summary>
    /// What the prices are adjusted for before they are given; as traded, unless given. By which factors is not known then, and a run warns
    /// where ticks or fees per share depend on them.
    /// </summary>
    PriceAdjustment Adjustment => PriceAdjustment.None;

    /// <summary>The symbols there are for a request; those it does not ask for are left out.</summary>
    /// <exception cref="InputException">What is to be read is missing or wrong.</exception>
    IEnumerable<string> FindSymbols(BarRequest request);

    /// <summary>The bars of a symbol by their ends, read as they are asked for. Called once for each symbol and run.</summary>
    /// <param name="symbol">One of those found.</param>
    /// <param name="request">Which bars are wanted.</param>
    /// <param name="cancellation">Heard where reading takes long.</param>
    /// <exception cref="InputException">What is read is missing or wrong.</exception>
    IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation);

    /// <summary>Splits and dividends of the symbols that are not in the prices; none, unless given.</summary>
    IEnumerable<CorporateAction> ReadActions(BarRequest request) => [];
}
