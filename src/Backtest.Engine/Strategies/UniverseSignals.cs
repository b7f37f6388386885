using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitters of a universe strategy, by instrument.</summary>
internal sealed class UniverseSignals(SignalEmitter?[] emitters, Market market) : IUniverseSignals
{
    public ISignals this[Instrument instrument]
    {
        get
        {
            SignalEmitter emitter = emitters[instrument.Index]
                ?? throw new ArgumentException($"'{instrument.Symbol}' is none of the strategy's symbols", nameof(instrument));
            return double.IsNaN(market.Close(instrument.Index))
                ? throw new ArgumentException($"'{instrument.Symbol}' has had no bar yet", nameof(instrument))
                : emitter;
        }
    }
}
