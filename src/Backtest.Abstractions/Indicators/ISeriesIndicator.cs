namespace Backtest;

/// <summary>An indicator of one number a bar: a field of the bar, or another indicator.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public interface ISeriesIndicator<TValue> : IIndicator<TValue>
    where TValue : struct
{
    /// <summary>Takes the next number.</summary>
    /// <param name="value">The number of the bar that just closed.</param>
    /// <returns>The indicator's value at this bar; <see cref="IIndicator{TValue}.Undefined"/> until it is ready.</returns>
    TValue Update(double value);
}
