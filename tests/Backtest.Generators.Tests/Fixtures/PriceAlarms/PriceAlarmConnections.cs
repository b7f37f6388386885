using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>The connections of a price alarm's node.</summary>
/// <param name="Bars">The bars it watches.</param>
/// <param name="Indicators">The source of its indicators.</param>
/// <param name="Alarms">The emitter of its alarms.</param>
public sealed record PriceAlarmConnections(BarSeries Bars, IIndicatorSource Indicators, AlarmEmitter Alarms);

/// <summary>Keeps the alarms of one node, which keeps the row up to date.</summary>
public sealed class AlarmEmitter : IAlarms
{
    private readonly List<AlarmEvent> _raised = [];

    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <summary>The alarms raised.</summary>
    public IReadOnlyList<AlarmEvent> Raised => _raised;

    /// <inheritdoc/>
    public void Raise(string reason) => _raised.Add(new AlarmEvent(Row, reason));
}
