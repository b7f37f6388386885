namespace Backtest.Engine;

/// <summary>Sends on that indicators hold their values.</summary>
[Emitter(typeof(IndicatorsReady))]
public interface IIndicatorEvents
{
    /// <summary>Sends it on.</summary>
    void Emit(in IndicatorsReady indicators);
}
