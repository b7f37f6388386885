using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// Computes an indicator of one number a bar over many rows in one call, bit for bit as row by row. Written by the generator for a partial class.
/// </summary>
/// <typeparam name="TValue">What it yields.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISeriesColumn<TValue>
    where TValue : struct
{
    /// <summary>Takes the next rows.</summary>
    /// <param name="inputs">The number of each row.</param>
    /// <param name="values">Takes the value at each row.</param>
    /// <param name="done">Grows by the rows taken, also when one of them throws.</param>
    void Update(ReadOnlySpan<double> inputs, Span<TValue> values, ref int done);
}
