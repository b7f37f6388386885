namespace Backtest;

/// <summary>An indicator that reads more of a bar than one field.</summary>
/// <typeparam name="TValue">The type of its values.</typeparam>
public interface IBarIndicator<TValue> : IIndicator<TValue>
    where TValue : struct
{
    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar that just closed.</param>
    /// <returns>The indicator's value at this bar; <see cref="IIndicator{TValue}.Undefined"/> until it is ready.</returns>
    TValue Update(BarEvent bar);
}
