namespace Backtest.Tests.PriceAlarms;

/// <summary>Raises alarms.</summary>
[Emitter(typeof(AlarmEvent))]
public interface IAlarms
{
    /// <summary>Raises an alarm at the current bar.</summary>
    void Raise(string reason);
}

/// <summary>An alarm.</summary>
/// <param name="Row">The row of the bar it was raised at.</param>
/// <param name="Reason">Why it was raised.</param>
[Event(Stage.Signal)]
public readonly record struct AlarmEvent(int Row, string Reason);
