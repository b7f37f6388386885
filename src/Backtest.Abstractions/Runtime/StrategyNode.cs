using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One strategy on one instrument. The generated subclass calls the author's handlers directly.</summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StrategyNode(StrategyConnections connections)
{
    private readonly ReadyGate _gate = Gate(connections);
    private SignalProbe? _probe;

    /// <summary>Whether every declared indicator has been ready at a bar handled.</summary>
    public bool IsReady { get; private set; }

    /// <summary>
    /// Whether every declared indicator has been ready at a bar so far, handled or not: one that is <see cref="IsStateless"/> is not called where it
    /// gives no signal.
    /// </summary>
    public bool HasBeenReady => IsReady || _gate.IsReady(Bars.FirstIndex + Bars.Count - 1);

    /// <summary>Whether calls of <see cref="OnTurn"/> leave nothing behind that a later call could see.</summary>
    public virtual bool IsStateless => false;

    /// <summary>The columns the strategy reads, so that the container notices an indicator's fault.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _gate.Columns;

    /// <summary>The names of the numbers the strategy reads, in snake_case; those of a struct are <c>name.member</c>.</summary>
    public virtual IReadOnlyList<string> IndicatorNames => [];

    /// <summary>The bars it decides on.</summary>
    protected BarSeries Bars { get; } = connections.Bars;

    /// <summary>Its emitter.</summary>
    protected SignalEmitter Signals { get; private set; } = connections.Signals;

    /// <summary>What it holds.</summary>
    protected PositionCell Position { get; } = connections.Position;

    /// <summary>Called before the first bar.</summary>
    public virtual void OnStart(in StartContext context)
    {
    }

    /// <summary>Handles one bar.</summary>
    [Handler("OnBar", typeof(BarEvent), typeof(Position), typeof(ISignals))]
    public abstract void OnTurn(int row);

    /// <summary>
    /// The first row from <paramref name="from"/> on at which <see cref="OnTurn"/> has to be called, as long as only marks change the position;
    /// <paramref name="to"/> if at none before it. A strategy without state is run ahead, row by row, until it emits; it then only has to be called
    /// there once more. Any other has to be called at each row.
    /// </summary>
    /// <param name="from">The current row.</param>
    /// <param name="to">The end of the rows, excluded.</param>
    /// <param name="marks">Whether the position is valued at each close, as a strategy that reads it requires.</param>
    public int Next(int from, int to, bool marks)
    {
        if (!IsStateless)
            return from;
        SignalEmitter signals = Signals;
        Position position = Position.Position;
        bool isReady = IsReady;
        SignalProbe probe = _probe ??= new SignalProbe(Position);
        probe.HasSignal = false;
        Signals = probe;
        try
        {
            return Search(from, to, marks);
        }
        catch (Exception)
        {
            // It fails again when the row is handled, and that failure counts, because much may happen before it.
            return FailingRow(from, marks);
        }
        finally
        {
            Signals = signals;
            Position.Position = position;
            IsReady = isReady;
        }
    }

    /// <summary>Handles rows in order until one emits; a subclass may do the same in a loop of its own.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The end of the rows, excluded.</param>
    /// <param name="marks">Whether to <see cref="Mark"/> each row before handling it.</param>
    /// <returns>The row that emitted; <paramref name="to"/> if none did.</returns>
    protected virtual int Search(int from, int to, bool marks)
    {
        for (int row = from; row < to; row++)
        {
            if (marks)
                Mark(row);
            OnTurn(row);
            if (HasEmitted)
                return row;
        }

        return to;
    }

    /// <summary>Whether a row handled ahead has emitted.</summary>
    protected bool HasEmitted => _probe!.HasSignal;

    /// <summary>Values what is held at the close of a row.</summary>
    protected void Mark(int row) => Position.Mark(Bars.FirstIndex + row, Bars.Close[row]);

    private static ReadyGate Gate(StrategyConnections connections)
    {
        var gate = new ReadyGate();
        if (connections.Range is { } range)
            gate.Watch(range);
        return gate;
    }

    /// <summary>The first row that throws.</summary>
    private int FailingRow(int from, bool marks)
    {
        for (int row = from; ; row++)
        {
            try
            {
                if (Search(row, row + 1, marks) == row)
                    return row;
            }
            catch (Exception)
            {
                return row;
            }
        }
    }

    /// <summary>Writes the numbers the strategy reads at a row, in the order of <see cref="IndicatorNames"/>.</summary>
    public virtual void ReadIndicators(int row, Span<double> values)
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

    /// <summary>Requests an indicator on the strategy's own bars.</summary>
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
