using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One computation's values for the current chunk. Values beyond the row being handled are the future.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IndicatorColumn
{
    /// <summary>How many values from before the chunk precede its rows; at least 1.</summary>
    public int History { get; private set; } = 1;

    /// <summary>The index in the whole history of the first defined value; <see cref="long.MaxValue"/> until there is one.</summary>
    public long ReadyIndex { get; protected set; } = long.MaxValue;

    /// <summary>The index in the whole history at which the indicator threw; <see cref="long.MaxValue"/> while it has not.</summary>
    public long FaultIndex { get; protected set; } = long.MaxValue;

    /// <summary>The end of the bar at which the indicator threw, UTC ticks; <see cref="long.MaxValue"/> while it has not.</summary>
    public long FaultTime { get; protected set; } = long.MaxValue;

    /// <summary>What the indicator threw.</summary>
    public Exception? Fault { get; protected set; }

    /// <summary>Makes values from this many bars ago readable. Only while the tree is built.</summary>
    public void Remember(int bars) => History = Math.Max(History, bars + 1);
}
