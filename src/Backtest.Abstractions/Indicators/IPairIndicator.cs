namespace Backtest;

/// <summary>An indicator of two numbers a bar, each a field of the bar or another indicator.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public interface IPairIndicator<TValue> : IIndicator<TValue>
    where TValue : struct
{
    /// <summary>Takes the next two numbers.</summary>
    /// <param name="first">The first number of the bar that just closed.</param>
    /// <param name="second">The second number of that bar.</param>
    /// <returns>The indicator's value at this bar; <see cref="IIndicator{TValue}.Undefined"/> until it is ready.</returns>
    TValue Update(double first, double second);
}
