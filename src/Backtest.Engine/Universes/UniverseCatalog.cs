namespace Backtest.Engine;

/// <summary>The universes of a run.</summary>
internal sealed class UniverseCatalog(WorkflowConfig config, UniverseFiles files)
{
    private readonly OrderedDictionary<(string Path, char? Comment), UniverseStretches> _universes = [];

    /// <summary>The files they were read from.</summary>
    public IReadOnlyList<DataFile> Files => [.. _universes.Values.Select(universe => universe.File).OfType<DataFile>()];

    /// <summary>The instruments a strategy may enter, to be queried from its first day on; <see langword="null"/> for all at all times.</summary>
    /// <exception cref="InputException">The file is missing or invalid.</exception>
    public UniverseMembers? Of(StrategyConfig strategy)
    {
        if (strategy.Universe is not { } path)
            return null;
        if (!_universes.TryGetValue((path, strategy.UniverseComment), out UniverseStretches? universe))
        {
            universe = files.Read(new UniverseOptions
            {
                Path = path,
                Comment = strategy.UniverseComment,
                BaseDirectory = Path.GetDirectoryName(config.File) ?? "",
            });
            _universes.Add((path, strategy.UniverseComment), universe);
        }

        return new UniverseMembers(universe);
    }
}
