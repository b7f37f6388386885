using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Runs whose orders reach the market later.</summary>
/// <param name="config">The run.</param>
internal sealed class ExtraDelays(WorkflowConfig config)
{
    /// <summary>The runs, one for each delay asked, in its order.</summary>
    public WorkflowConfig[] Runs { get; } =
        [.. config.MonteCarlo!.Delays.Select(delay => config with { Execution = config.Execution with { Latency = Later(config.Execution.Latency, delay) } })];

    /// <summary>The latency of a run, in words.</summary>
    public string Amount(int run) => $"latency {Runs[run].Execution.Latency}";

    /// <summary>From which delay on nothing is earned.</summary>
    /// <param name="initial">What the run began with.</param>
    /// <param name="own">What it came to as it was.</param>
    /// <param name="finals">What the runs came to; 0 where one could not be made.</param>
    public string BreakEven(double initial, double own, double[] finals)
    {
        if (own <= initial)
            return "the run earns nothing even without a further delay.";
        int[] lost = [.. Enumerable.Range(0, Runs.Length).Where(run => finals[run] > 0 && finals[run] < initial)];
        return lost.Length == 0 ? "it still earns at each delay that was tried." : $"it earns nothing at {string.Join(", ", lost.Select(Amount))}.";
    }

    /// <summary>A delay of bars is added; where orders are a length of time on their way, they are that many times as long on it besides.</summary>
    private static Latency Later(Latency? own, int delay) => own switch
    {
        Latency.Time { Length: var length } => new Latency.Time(new Timeframe(length.Count * (delay + 1), length.Unit)),
        Latency.Bars { Count: var count } => new Latency.Bars(count + delay),
        _ => new Latency.Bars(delay),
    };
}
