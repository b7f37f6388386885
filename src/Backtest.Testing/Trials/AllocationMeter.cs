namespace Backtest.Testing;

/// <summary>Counts what a plugin's own code allocates at each bar. Allocations of the kit and the engine do not count.</summary>
internal sealed class AllocationMeter(int capacity)
{
    private readonly List<BarAllocation> _bars = new(capacity);
    private long _mark;
    private long _bytes;
    private bool _hasDecided;

    public IReadOnlyList<BarAllocation> Bars => _bars;

    /// <summary>The plugin's code runs from here.</summary>
    public void Enter() => _mark = GC.GetAllocatedBytesForCurrentThread();

    /// <summary>Other code runs from here.</summary>
    public void Leave() => _bytes += GC.GetAllocatedBytesForCurrentThread() - _mark;

    /// <summary>The plugin decided something at the current bar.</summary>
    public void Decided() => _hasDecided = true;

    /// <summary>The current bar is over.</summary>
    public void EndBar(long time)
    {
        _bars.Add(new BarAllocation(time, _bytes, _hasDecided));
        _bytes = 0;
        _hasDecided = false;
    }
}
