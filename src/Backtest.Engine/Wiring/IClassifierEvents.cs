namespace Backtest.Engine;

/// <summary>Sends on that a classifier has classified a chunk.</summary>
[Emitter(typeof(RegimesReady))]
public interface IClassifierEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in RegimesReady regimes);
}
