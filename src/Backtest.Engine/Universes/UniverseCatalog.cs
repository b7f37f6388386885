namespace Backtest.Engine;

/// <summary>The universes of a run, each file read once.</summary>
internal sealed class UniverseCatalog(WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<Instrument> instruments)
{
    private readonly Dictionary<string, Universe> _universes = new(StringComparer.Ordinal);

    /// <summary>The files they were read from.</summary>
    public IReadOnlyList<DataFile> Files => [.. _universes.Values.Select(universe => universe.File).OfType<DataFile>()];

    /// <summary>What a strategy may enter, asked from its first day on; <see langword="null"/>: all, always.</summary>
    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public UniverseMembers? Of(StrategyConfig strategy)
    {
        if (strategy.Universe is not { } path)
            return null;
        if (!_universes.TryGetValue(path, out Universe? universe))
        {
            universe = sources.ReadUniverse(new UniverseOptions { Path = path, BaseDirectory = Path.GetDirectoryName(config.File) ?? "" });
            _universes.Add(path, universe);
        }

        return new UniverseMembers(universe, instruments);
    }
}
