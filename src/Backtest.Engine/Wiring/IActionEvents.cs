namespace Backtest.Engine;

/// <summary>Sends corporate actions on.</summary>
[Emitter(typeof(SplitEvent), typeof(DividendEvent))]
public interface IActionEvents
{
    /// <summary>Sends a split on.</summary>
    void Emit(in SplitEvent split);

    /// <summary>Sends a dividend on.</summary>
    void Emit(in DividendEvent dividend);
}
