namespace Backtest.Engine;

/// <summary>The universes of all runs over the same data, each file read once.</summary>
internal sealed class UniverseFiles(IBarSourceFactory sources, IReadOnlyList<Instrument> instruments)
{
    private readonly Dictionary<UniverseOptions, UniverseStretches> _universes = [];

    /// <summary>The universe of a file.</summary>
    /// <exception cref="InputException">The file is missing or invalid.</exception>
    public UniverseStretches Read(UniverseOptions options)
    {
        if (!_universes.TryGetValue(options, out UniverseStretches? universe))
        {
            universe = new UniverseStretches(sources.ReadUniverse(options), instruments);
            _universes.Add(options, universe);
        }

        return universe;
    }
}
