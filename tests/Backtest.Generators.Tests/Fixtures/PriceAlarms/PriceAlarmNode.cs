using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>One price alarm on one instrument.</summary>
public abstract class PriceAlarmNode(PriceAlarmConnections connections)
{
    private readonly ReadyGate _gate = new();

    /// <summary>How much an alarm matters.</summary>
    public abstract int Urgency { get; }

    /// <summary>Whether every declared indicator has been ready at a handled bar.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The bars it watches.</summary>
    protected BarSeries Bars { get; } = connections.Bars;

    /// <summary>The emitter of its alarms.</summary>
    protected AlarmEmitter Alarms { get; } = connections.Alarms;

    /// <summary>Handles one bar.</summary>
    [Handler("OnBar", typeof(BarEvent), typeof(IAlarms))]
    public abstract void OnTurn(int row);

    /// <summary>Handles the rows from <paramref name="from"/> to <paramref name="to"/>, exclusive.</summary>
    public abstract void Run(int from, int to);

    /// <summary>Is told of a fill.</summary>
    [Delayed]
    public virtual void OnFill(in FillEvent fill)
    {
    }

    /// <summary>Requests an indicator on its bars.</summary>
    protected IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec)
        where TValue : struct =>
        _gate.Watch(connections.Indicators.Request<TValue>(spec, connections.Bars));

    /// <summary>Whether every indicator is ready at this row.</summary>
    protected bool BecomesReady(int row) => IsReady = _gate.IsReady(Bars.FirstIndex + row);
}
