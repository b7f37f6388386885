using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One portfolio's risk manager. The generated subclass calls the author's handlers directly.</summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RiskNode(RiskConnections connections)
{
    private readonly List<IndicatorColumn> _columns = [];

    /// <summary>What the risk manager reads, for the container to hear of an indicator's fault.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _columns;

    /// <summary>Before the first bar.</summary>
    public virtual void OnStart(in StartContext context)
    {
    }

    /// <summary>Sees every turn, ahead of its signals; only called when the author has this handler.</summary>
    [Handler("OnTurn", typeof(BarEvent))]
    public virtual void OnTurn(in RiskTurn turn, IOrders orders)
    {
    }

    /// <summary>
    /// The first of turns in a row, in which nothing happens but that prices move, at which <see cref="OnTurn"/> has to be called; their count:
    /// at none of them. The turns before it are passed over for good. Only called when the author has <c>OnTurn</c> and this.
    /// </summary>
    [Handler("Next", typeof(BarEvent))]
    public virtual int Next(in QuietTurns turns) => 0;

    /// <summary>Answers the signals of a turn.</summary>
    [Handler("OnSignals", typeof(SignalEvent))]
    public abstract void OnSignals(in RiskTurn turn, IOrders orders);

    /// <summary>Hears of a regime.</summary>
    public virtual void OnRegime(in RegimeEvent regime)
    {
    }

    /// <summary>Hears of a fill of the portfolio.</summary>
    [Delayed]
    public virtual void OnFill(in FillEvent fill)
    {
    }

    /// <summary>Hears of a rejected order of the portfolio.</summary>
    [Delayed]
    public virtual void OnReject(in OrderRejectedEvent reject)
    {
    }

    /// <summary>Hears of a canceled order of the portfolio.</summary>
    [Delayed]
    public virtual void OnCancel(in OrderCanceledEvent cancel)
    {
    }

    /// <summary>Asks for an indicator on every instrument the portfolio trades.</summary>
    protected PerSymbol<TValue> Request<TValue>(IndicatorSpec spec)
        where TValue : struct
    {
        var readers = new IndicatorReader<TValue>[connections.Series.Count];
        for (int i = 0; i < readers.Length; i++)
        {
            if (connections.Series[i] is not { } series)
                continue;
            readers[i] = connections.Indicators.Request<TValue>(spec, series);
            _columns.Add(readers[i].Column);
        }

        return new PerSymbol<TValue>(readers, connections.Rows);
    }
}
