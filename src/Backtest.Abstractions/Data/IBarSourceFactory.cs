namespace Backtest;

/// <summary>Opens what a run reads: bars, and the symbols of a universe.</summary>
public interface IBarSourceFactory
{
    /// <summary>Opens the sources a run file names as a single source.</summary>
    /// <param name="sources">The sources; at least one.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">A source is unknown, its data is missing, empty or invalid, or two sources have the same bars.</exception>
    IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation);

    /// <summary>Opens bars of a lower timeframe for the same symbols, prepared in the same way as the bars themselves.</summary>
    /// <param name="sources">The sources passed to <see cref="Open"/>.</param>
    /// <param name="bars">The bars opened there, one series for each symbol.</param>
    /// <param name="timeframe">The length of the bars wanted; <see langword="null"/> for what suits each series, of those available.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <returns>At most one series for each symbol; a symbol may have none.</returns>
    /// <exception cref="InputException">No source has any, the data is invalid, or this factory does not open them.</exception>
    IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        throw new InputException(new InputError("no_finer_bars", "bars of a lower timeframe cannot be read here"));

    /// <summary>Reads a universe a run file names.</summary>
    /// <exception cref="InputException">The file is missing or invalid, or this factory does not read universes.</exception>
    Universe ReadUniverse(UniverseOptions options) =>
        throw new InputException(new InputError("no_universe", $"the universe {options.Path} cannot be read here"));
}
