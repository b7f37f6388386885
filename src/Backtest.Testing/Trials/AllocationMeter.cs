namespace Backtest.Testing;

/// <summary>Counts what a plugin's own code allocates at each bar. What the kit and the engine allocate meanwhile is left out.</summary>
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

    /// <summary>The plugin decided something at the bar at hand.</summary>
    public void Decided() => _hasDecided = true;

    /// <summary>The bar at hand is over.</summary>
    public void EndBar(long time)
    {
        _bars.Add(new BarAllocation(time, _bytes, _hasDecided));
        _bytes = 0;
        _hasDecided = false;
    }
}
