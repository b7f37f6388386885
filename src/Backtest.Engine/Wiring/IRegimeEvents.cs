namespace Backtest.Engine;

/// <summary>Sends changes of regime on.</summary>
[Emitter(typeof(RegimeEvent))]
public interface IRegimeEvents
{
    /// <summary>Sends a change on.</summary>
    void Emit(in RegimeEvent regime);
}
