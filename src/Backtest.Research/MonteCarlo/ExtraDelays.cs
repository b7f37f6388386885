using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Runs whose orders reach the market later.</summary>
/// <param name="config">The run.</param>
internal sealed class ExtraDelays(WorkflowConfig config)
{
    /// <summary>The runs, one for each requested delay, in order.</summary>
    public WorkflowConfig[] Runs { get; } =
        [.. config.MonteCarlo!.Delays.Select(delay => config with { Execution = config.Execution with { Latency = Later(config.Execution.Latency, delay) } })];

    /// <summary>The latency of a run, in words.</summary>
    public string Amount(int run) => $"latency {Runs[run].Execution.Latency}";

    /// <summary>The delay from which on the run earns nothing.</summary>
    /// <param name="initial">The initial equity of the run.</param>
    /// <param name="own">The final equity of the unchanged run.</param>
    /// <param name="finals">The final equities of the runs; 0 if one failed.</param>
    public string BreakEven(double initial, double own, double[] finals)
    {
        if (own <= initial)
            return "the run is not profitable even without an additional delay.";
        int[] lost = [.. Enumerable.Range(0, Runs.Length).Where(run => finals[run] > 0 && finals[run] < initial)];
        return lost.Length == 0 ? "the run is profitable with every delay that was tried." : $"the run is not profitable with {string.Join(", ", lost.Select(Amount))}.";
    }

    /// <summary>Adds a delay of bars; if the latency is a length of time, that many times this length is added.</summary>
    private static Latency Later(Latency? own, int delay) => own switch
    {
        Latency.Time { Length: var length } => new Latency.Time(new Timeframe(length.Count * (delay + 1), length.Unit)),
        Latency.Bars { Count: var count } => new Latency.Bars(count + delay),
        _ => new Latency.Bars(delay),
    };
}
