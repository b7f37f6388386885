namespace Backtest;

/// <summary>A streaming indicator: it takes one value or bar at a time and never looks ahead.</summary>
/// <remarks>
/// What it reads may be undefined at a bar, such as a change from zero. An indicator must not keep that for ever: it is undefined while the
/// value is in its window, or begins anew behind it, and is then what an instance would be that never met it.
/// </remarks>
/// <typeparam name="TValue">What it yields: a number, or a struct of numbers.</typeparam>
public interface IIndicator<TValue>
    where TValue : struct
{
    /// <summary>Whether the last value is defined. Once ready, it stays ready until reset.</summary>
    bool IsReady { get; }

    /// <summary>What it yields until it is ready: not a number, never zero.</summary>
    TValue Undefined { get; }

    /// <summary>Forgets everything: after it the indicator is as new.</summary>
    void Reset();
}
