namespace Backtest.Engine;

/// <summary>The workflows of a single run, as run files name them.</summary>
public static class Workflows
{
    /// <summary>Everything from the data to the fills.</summary>
    public const string Backtest = "backtest";

    /// <summary>From the data to the signals, which are measured: no risk manager, no execution.</summary>
    public const string Signals = "signals";

    /// <summary>From signals recorded earlier to the fills: no strategy is run.</summary>
    public const string Replay = "replay";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Backtest, Signals, Replay];
}
