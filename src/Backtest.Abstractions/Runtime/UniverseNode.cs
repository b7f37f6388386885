using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One strategy on all its symbols. The generated subclass calls the author's handlers directly.</summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UniverseNode(UniverseConnections connections)
{
    /// <summary>Whether symbols are members of a turn before their indicators are ready.</summary>
    public virtual bool CallsBeforeReady => false;

    /// <summary>The names of the numbers the strategy reads of each symbol, in snake_case; those of a struct are <c>name.member</c>.</summary>
    public virtual IReadOnlyList<string> IndicatorNames => [];

    /// <summary>Its emitter.</summary>
    protected IUniverseSignals Signals { get; } = connections.Signals;

    /// <summary>Called before the first bar.</summary>
    public virtual void OnStart(in StartContext context)
    {
    }

    /// <summary>Handles one turn.</summary>
    [Handler("OnTurn", typeof(BarEvent), typeof(IUniverseSignals))]
    public abstract void OnTurn(in UniverseTurn turn);

    /// <summary>Writes the numbers the strategy reads of a symbol at its last closed bar, in the order of <see cref="IndicatorNames"/>.</summary>
    public virtual void ReadIndicators(Instrument instrument, Span<double> values)
    {
    }

    /// <summary>Handles a regime.</summary>
    public virtual void OnRegime(in RegimeEvent regime)
    {
    }

    /// <summary>Handles a fill of its own.</summary>
    [Delayed]
    public virtual void OnFill(in FillEvent fill)
    {
    }

    /// <summary>Handles a rejected order of its own.</summary>
    [Delayed]
    public virtual void OnReject(in OrderRejectedEvent reject)
    {
    }

    /// <summary>Handles a canceled order of its own.</summary>
    [Delayed]
    public virtual void OnCancel(in OrderCanceledEvent cancel)
    {
    }

    /// <summary>Requests an indicator on every symbol.</summary>
    protected PerSymbol<TValue> Request<TValue>(IndicatorSpec spec)
        where TValue : struct
    {
        var readers = new IndicatorReader<TValue>[connections.Series.Count];
        for (int i = 0; i < readers.Length; i++)
        {
            if (connections.Series[i] is { } series)
                readers[i] = connections.Indicators.Request<TValue>(spec, series);
        }

        return new PerSymbol<TValue>(readers, connections.Rows);
    }
}
