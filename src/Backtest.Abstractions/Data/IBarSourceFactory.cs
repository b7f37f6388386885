namespace Backtest;

/// <summary>Opens what a run reads: bars, and which symbols belong to a universe.</summary>
public interface IBarSourceFactory
{
    /// <summary>Opens the sources a run file names, as one.</summary>
    /// <param name="sources">The sources; at least one.</param>
    /// <param name="cancellation">Heard while data is read.</param>
    /// <exception cref="InputException">
    /// A source is unknown, what it reads is missing, empty or wrong, or two have the same bars.
    /// </exception>
    IBarSource Open(IReadOnlyList<BarSourceOptions> sources, CancellationToken cancellation);

    /// <summary>Opens bars of a lower timeframe of the same symbols, prepared as the bars themselves are.</summary>
    /// <param name="sources">The sources, as they were given to <see cref="Open"/>.</param>
    /// <param name="bars">The bars that were opened there, one series for each symbol.</param>
    /// <param name="timeframe">The length of the bars wanted; <see langword="null"/>: what suits each series, of what there is.</param>
    /// <param name="cancellation">Heard while data is read.</param>
    /// <returns>At most one series for each symbol; a symbol may have none.</returns>
    /// <exception cref="InputException">No source has any, what is read is wrong, or this factory opens none.</exception>
    IBarSource OpenFiner(
        IReadOnlyList<BarSourceOptions> sources, IReadOnlyList<SourceSeries> bars, Timeframe? timeframe, CancellationToken cancellation) =>
        throw new InputException(new InputError("no_finer_bars", "there is nothing here to read bars of a lower timeframe with"));

    /// <summary>Reads a universe a run file names.</summary>
    /// <exception cref="InputException">The file is missing or wrong, or this factory reads none.</exception>
    Universe ReadUniverse(UniverseOptions options) =>
        throw new InputException(new InputError("no_universe", $"there is nothing here to read the universe {options.Path} with"));
}
