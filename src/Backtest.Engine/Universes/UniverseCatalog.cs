namespace Backtest.Engine;

/// <summary>The universes of a run, each file read once.</summary>
internal sealed class UniverseCatalog(IBarSourceFactory sources, IReadOnlyList<Instrument> instruments)
{
    private readonly Dictionary<UniverseOptions, Universe> _universes = [];

    /// <summary>The files they were read from.</summary>
    public IReadOnlyList<DataFile> Files => [.. _universes.Values.Select(universe => universe.File).OfType<DataFile>()];

    /// <summary>What a strategy may enter, asked from its first day on; <see langword="null"/>: all, always.</summary>
    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public UniverseMembers? Of(StrategyConfig strategy)
    {
        if (strategy.Universe is not { } options)
            return null;
        if (!_universes.TryGetValue(options, out Universe? universe))
            _universes.Add(options, universe = sources.ReadUniverse(options));
        return new UniverseMembers(universe, instruments);
    }
}
