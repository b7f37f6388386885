using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// Computes an indicator of whole bars over many rows in one call, bit for bit the same as row by row. Written by the generator for a partial class.
/// </summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBarColumn<TValue>
    where TValue : struct
{
    /// <summary>Handles the next rows.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="from">The row of the first of them.</param>
    /// <param name="values">Receives the value at each row.</param>
    /// <param name="done">Incremented for each row handled, even if one of them throws.</param>
    void Update(BarSeries bars, int from, Span<TValue> values, ref int done);
}
