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

    /// <summary>Reads a universe a run file names.</summary>
    /// <exception cref="InputException">The file is missing or wrong, or this factory reads none.</exception>
    Universe ReadUniverse(UniverseOptions options) =>
        throw new InputException(new InputError("no_universe", $"there is nothing here to read the universe {options.Path} with"));
}
