using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>What a price alarm's node is wired to.</summary>
/// <param name="Bars">The bars it watches.</param>
/// <param name="Indicators">Where it asks for indicators.</param>
/// <param name="Alarms">What it raises alarms through.</param>
public sealed record PriceAlarmConnections(BarSeries Bars, IIndicatorSource Indicators, AlarmEmitter Alarms);

/// <summary>Keeps what one node raises; the node keeps its row up to date.</summary>
public sealed class AlarmEmitter : IAlarms
{
    private readonly List<AlarmEvent> _raised = [];

    /// <summary>The row of the bar being handled.</summary>
    public int Row { get; set; }

    /// <summary>What was raised.</summary>
    public IReadOnlyList<AlarmEvent> Raised => _raised;

    /// <inheritdoc/>
    public void Raise(string reason) => _raised.Add(new AlarmEvent(Row, reason));
}
