namespace Backtest.Data.Memory;

/// <summary>Bars held in memory.</summary>
internal sealed class MemoryBarSource : IBarSource
{
    private readonly Dictionary<string, SymbolBars> _bars;

    public MemoryBarSource(IEnumerable<SymbolBars> bars, IReadOnlyList<DataFile> files)
    {
        _bars = bars.ToDictionary(symbol => symbol.Symbol, StringComparer.Ordinal);
        Symbols = [.. _bars.Keys.Order(StringComparer.Ordinal)];
        Files = files;
    }

    public IReadOnlyList<string> Symbols { get; }

    public IReadOnlyList<DataFile> Files { get; }

    public bool HasVolume(string symbol) => _bars[symbol].HasVolume;

    public long Count(string symbol) => _bars[symbol].Count;

    public IBarReader Open(string symbol) => new MemoryBarReader(_bars[symbol]);

    public void Dispose() => _bars.Clear();
}
