namespace Backtest;

/// <summary>Opens what a run reads: bars, and which symbols belong to a universe.</summary>
public interface IBarSourceFactory
{
    /// <summary>Opens the source a run file names.</summary>
    /// <exception cref="InputException">The source is unknown, or what it reads is missing, empty or wrong.</exception>
    IBarSource Open(BarSourceOptions options, CancellationToken cancellation);

    /// <summary>Reads a universe a run file names.</summary>
    /// <exception cref="InputException">The file is missing or wrong, or this factory reads none.</exception>
    Universe ReadUniverse(UniverseOptions options) =>
        throw new InputException(new InputError("no_universe", $"there is nothing here to read the universe {options.Path} with"));
}
