namespace Backtest.Engine;

/// <summary>Where the searches of a walk-forward begin, and what each of them searches for.</summary>
public enum WalkForwardMode
{
    /// <summary>Each search has the same length as the first.</summary>
    Rolling,

    /// <summary>Each search begins with the first day.</summary>
    Anchored,

    /// <summary>Like <see cref="Rolling"/>, with an additional search in each window for every regime of a classifier.</summary>
    ByRegime,
}
