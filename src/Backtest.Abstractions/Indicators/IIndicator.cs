namespace Backtest;

/// <summary>A streaming indicator: it takes one value or bar at a time and never looks ahead.</summary>
/// <remarks>
/// Its input may be undefined at a bar, such as a relative change from zero. An indicator must recover from that: it is undefined while the value is
/// in its window, or restarts after it, and then equals an instance that never met the value.
/// </remarks>
/// <typeparam name="TValue">The type of its values: a number, or a struct of numbers.</typeparam>
public interface IIndicator<TValue>
    where TValue : struct
{
    /// <summary>Whether the last value is defined. Once ready, it stays ready until reset.</summary>
    bool IsReady { get; }

    /// <summary>Its value until it is ready: not a number, never zero.</summary>
    TValue Undefined { get; }

    /// <summary>Forgets everything; afterwards the indicator is as new.</summary>
    void Reset();
}
