using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

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
        if (step.Figures["states"] is JsonObject states)
            Consoles.Create(output, Consoles.OutputIsTerminal).Write(StatesTable(states));
        foreach (string finding in step.Findings)
            output.WriteLine($"  {finding}");
    }

    /// <summary>What speaks for each number of states.</summary>
    private static Table StatesTable(JsonObject states)
    {
        Table table = Consoles.CreateTable("States", "Held-out log-likelihood", "a bar", "below best", "p", "BIC", "Log-likelihood", "Bars fitted", "Parameters");
        foreach (TableColumn column in table.Columns)
            column.Alignment = Justify.Right;
        foreach (JsonNode? row in states["rows"]!.AsArray())
        {
            table.AddRow(
                Cell(row, "states", "0"), Cell(row, "heldOutLogLikelihood", "N1"), Cell(row, "heldOutPerBar", "F4"),
                Cell(row!["belowBest"], "mean", "F4"), Cell(row["belowBest"], "pValue", "F3"), Cell(row, "bic", "N1"),
                Cell(row, "logLikelihood", "N1"), Cell(row, "observations", "N0"), Cell(row, "parameters", "N0"));
        }

        return table;
    }

    private static string Cell(JsonNode? row, string name, string format) => (double?)row?[name] is { } value ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    /// <summary>Shows each step in the order they are done, on the thread that makes them.</summary>
    private sealed class Steps(ResearchReport report) : IProgress<StepResult>
    {
        public void Report(StepResult value) => report.Show(value);
    }
}
