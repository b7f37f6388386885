using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitters of a universe strategy, by instrument.</summary>
internal sealed class UniverseSignals(SignalEmitter?[] emitters, PositionCell?[] positions, Market market) : IUniverseSignals
{
    private readonly List<Instrument> _inUse = []; // reused, so that queries do not allocate

    public ISignals this[Instrument instrument]
    {
        get
        {
            SignalEmitter emitter = emitters[instrument.Index]
                ?? throw new ArgumentException($"'{instrument.Symbol}' is not one of the strategy's symbols", nameof(instrument));
            return double.IsNaN(market.Close(instrument.Index))
                ? throw new ArgumentException($"'{instrument.Symbol}' has had no bar yet", nameof(instrument))
                : emitter;
        }
    }

    public ReadOnlySpan<Instrument> InUse
    {
        get
        {
            _inUse.Clear();
            for (int i = 0; i < emitters.Length; i++)
            {
                if (emitters[i] is { } emitter && (!positions[i]!.Position.IsFlat || emitter.Orders.Length > 0))
                    _inUse.Add(market.Series[i].Instrument);
            }

            return CollectionsMarshal.AsSpan(_inUse);
        }
    }
}
