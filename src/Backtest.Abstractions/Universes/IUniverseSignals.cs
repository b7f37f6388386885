namespace Backtest;

/// <summary>Lets a universe strategy say that it wants in or out of its symbols.</summary>
[Emitter(typeof(SignalEvent))]
public interface IUniverseSignals
{
    /// <summary>Signals on one symbol.</summary>
    /// <param name="instrument">A symbol of the strategy, that has had a bar.</param>
    /// <exception cref="ArgumentException">It is none of the strategy's, or has had no bar yet.</exception>
    ISignals this[Instrument instrument] { get; }
}
