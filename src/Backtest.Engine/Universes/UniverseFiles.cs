namespace Backtest.Engine;

/// <summary>The universes of all who share some data, each file read once.</summary>
internal sealed class UniverseFiles(IBarSourceFactory sources, IReadOnlyList<Instrument> instruments)
{
    private readonly Dictionary<(string Directory, string Path), UniverseStretches> _universes = [];

    /// <summary>The universe a file holds.</summary>
    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public UniverseStretches Read(string directory, string path)
    {
        if (!_universes.TryGetValue((directory, path), out UniverseStretches? universe))
        {
            universe = new UniverseStretches(sources.ReadUniverse(new UniverseOptions { Path = path, BaseDirectory = directory }), instruments);
            _universes.Add((directory, path), universe);
        }

        return universe;
    }
}
