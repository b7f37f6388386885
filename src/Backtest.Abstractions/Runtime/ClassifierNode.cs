using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One classifier on one instrument. The generated subclass calls the author's handlers directly.</summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ClassifierNode(ClassifierConnections connections)
{
    private readonly ReadyGate _gate = new();

    /// <summary>The names of the states, in the order of their indices.</summary>
    public abstract IReadOnlyList<string> States { get; }

    /// <summary>The model behind the states, if the author's class fits one; otherwise <see langword="null"/>.</summary>
    public virtual IFittedModel? FittedModel => null;

    /// <summary>Whether every declared indicator has been ready at a bar handled.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The columns the classifier reads, so that the container notices an indicator's fault.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _gate.Columns;

    /// <summary>The bars it classifies.</summary>
    protected BarSeries Bars { get; } = connections.Bars;

    /// <summary>Its emitter.</summary>
    protected RegimeEmitter Regimes { get; } = connections.Regimes;

    /// <summary>Called before the first bar.</summary>
    public virtual void OnStart(in StartContext context)
    {
    }

    /// <summary>Handles one bar.</summary>
    [Handler("OnBar", typeof(BarEvent), typeof(IRegimes))]
    public abstract void OnTurn(int row);

    /// <summary>Handles the rows from <paramref name="from"/> up to <paramref name="to"/>, excluded.</summary>
    public abstract void Run(int from, int to);

    /// <summary>Requests an indicator on the classifier's own bars.</summary>
    protected IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec)
        where TValue : struct =>
        _gate.Watch(connections.Indicators.Request<TValue>(spec, connections.Bars));

    /// <summary>Requests the bars of another timeframe.</summary>
    protected BarsReader RequestBars(Timeframe timeframe, int offset)
    {
        BarsReader reader = connections.Indicators.RequestBars(timeframe, offset, connections.Bars);
        _gate.Watch(reader.Rows);
        return reader;
    }

    /// <summary>Whether every indicator is ready at this row; once it is, it stays so.</summary>
    protected bool BecomesReady(int row) => IsReady = _gate.IsReady(Bars.FirstIndex + row);
}
