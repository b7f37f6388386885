using Backtest.Cli.Output;
using Backtest.Research;

namespace Backtest.Cli.Experiments;

/// <summary>Makes the steps of a research workflow and says what came of each.</summary>
internal sealed class ResearchReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    /// <summary>Makes the steps that are missing.</summary>
    /// <param name="research">The workflow.</param>
    /// <param name="ledger">Where trials and looks are counted.</param>
    /// <param name="options">How to make it.</param>
    /// <param name="again">The name of a step to make although it is done, or null.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ResearchRun research, ITrialLedger ledger, ExperimentOptions options, string? again, CancellationToken cancellation)
    {
        var display = new ExperimentDisplay(error, ExperimentDisplayKind.Quiet);
        ResearchResult result = await research.ExecuteAsync(ledger, options with { Log = display }, again, new Steps(this), cancellation);
        if (result.IsInterrupted)
            error.WriteLine("interrupted: steps that are done are kept, and the same command goes on with the rest");
        if (asJson)
            JsonText.Write(output, result.ToJson());
        else if (!isQuiet)
            output.WriteLine($"research: {result.Folder}");
        return result.IsInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    private void Show(StepResult step)
    {
        if (isQuiet || asJson)
            return;
        output.WriteLine($"{step.Name}{(step.WasDone ? " (done before)" : "")}");
        foreach (string finding in step.Findings)
            output.WriteLine($"  {finding}");
    }

    /// <summary>Shows each step in the order they are done, on the thread that makes them.</summary>
    private sealed class Steps(ResearchReport report) : IProgress<StepResult>
    {
        public void Report(StepResult value) => report.Show(value);
    }
}
