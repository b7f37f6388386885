using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One portfolio's risk manager. The generated subclass calls the author's handlers directly.</summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RiskNode(RiskConnections connections)
{
    private readonly List<IndicatorColumn> _columns = [];

    /// <summary>The columns the risk manager reads, so that the container notices an indicator's fault.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _columns;

    /// <summary>Called before the first bar.</summary>
    public virtual void OnStart(in StartContext context)
    {
    }

    /// <summary>Handles every turn, before its signals; called only if the author has this handler.</summary>
    [Handler("OnTurn", typeof(BarEvent))]
    public virtual void OnTurn(in RiskTurn turn, IOrders orders)
    {
    }

    /// <summary>
    /// The index of the first of consecutive turns, in which only prices move, at which <see cref="OnTurn"/> has to be called; their count if at none
    /// of them. The turns before it are skipped for good. Called only if the author has <c>OnTurn</c> and this handler.
    /// </summary>
    [Handler("Next", typeof(BarEvent))]
    public virtual int Next(in QuietTurns turns) => 0;

    /// <summary>Answers the signals of a turn.</summary>
    [Handler("OnSignals", typeof(SignalEvent))]
    public abstract void OnSignals(in RiskTurn turn, IOrders orders);

    /// <summary>Handles a regime.</summary>
    public virtual void OnRegime(in RegimeEvent regime)
    {
    }

    /// <summary>Handles a fill of the portfolio.</summary>
    [Delayed]
    public virtual void OnFill(in FillEvent fill)
    {
    }

    /// <summary>Handles a rejected order of the portfolio.</summary>
    [Delayed]
    public virtual void OnReject(in OrderRejectedEvent reject)
    {
    }

    /// <summary>Handles a canceled order of the portfolio.</summary>
    [Delayed]
    public virtual void OnCancel(in OrderCanceledEvent cancel)
    {
    }

    /// <summary>Requests an indicator on every instrument the portfolio trades.</summary>
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
