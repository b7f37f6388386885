namespace Backtest.Engine;

/// <summary>Where the searches of a walk-forward begin, and what is searched for in each.</summary>
public enum WalkForwardMode
{
    /// <summary>Each is as long before its test as the first.</summary>
    Rolling,

    /// <summary>Each begins with the first day.</summary>
    Anchored,

    /// <summary>The same as <see cref="Rolling"/>, and in each window also one search for every regime of a classifier.</summary>
    ByRegime,
}
