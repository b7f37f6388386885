using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// Computes an indicator of two numbers a bar over many rows in one call, bit for bit the same as row by row. Written by the generator for a partial
/// class.
/// </summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairColumn<TValue>
    where TValue : struct
{
    /// <summary>Handles the next rows.</summary>
    /// <param name="first">The first number of each row.</param>
    /// <param name="second">The second number of each row.</param>
    /// <param name="values">Receives the value at each row.</param>
    /// <param name="done">Incremented for each row handled, even if one of them throws.</param>
    void Update(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<TValue> values, ref int done);
}
