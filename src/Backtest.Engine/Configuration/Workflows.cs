namespace Backtest.Engine;

/// <summary>The workflows, as named in run files.</summary>
public static class Workflows
{
    /// <summary>Everything from the data to the fills.</summary>
    public const string Backtest = "backtest";

    /// <summary>From the data to the signals, which are measured: no risk manager, no execution.</summary>
    public const string Signals = "signals";

    /// <summary>From signals recorded earlier to the fills: no strategy is run.</summary>
    public const string Replay = "replay";

    /// <summary>Many backtests, each with different values.</summary>
    public const string Sweep = "sweep";

    /// <summary>Steps that build on each other: searches, comparisons by regime, weights, and a run on days held out.</summary>
    public const string Research = "research";

    /// <summary>The workflows that execute one run.</summary>
    public static IReadOnlyList<string> OfOneRun { get; } = [Backtest, Signals, Replay];

    /// <summary>All workflows.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfOneRun, Sweep, Research];
}
