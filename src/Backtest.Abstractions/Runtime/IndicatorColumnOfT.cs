using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One computation's values for the current chunk.</summary>
/// <typeparam name="TValue">The type of the indicator's values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IndicatorColumn<TValue> : IndicatorColumn
    where TValue : struct
{
    /// <summary>The values: first those from before the chunk, then one a row.</summary>
    public TValue[] Values { get; protected set; } = [];
}
