namespace Backtest;

/// <summary>Which state of another role a handler reads.</summary>
public enum ReadTime
{
    /// <summary>As it is once that role has handled the same event.</summary>
    After,

    /// <summary>As the last event left it: that role handles this one later.</summary>
    Before,

    /// <summary>As it is once every other role that may send that role something in answer to the same event has done so.</summary>
    Settled,
}
