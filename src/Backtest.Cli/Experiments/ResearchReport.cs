using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Reporting;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>Executes the steps of a research workflow and reports the result of each.</summary>
internal sealed class ResearchReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    /// <summary>Executes the missing steps.</summary>
    /// <param name="research">The workflow.</param>
    /// <param name="ledger">The ledger of trials and looks.</param>
    /// <param name="options">The options of the workflow.</param>
    /// <param name="again">The name of a completed step to repeat, or null.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ResearchRun research, ITrialLedger ledger, ExperimentOptions options, string? again, CancellationToken cancellation)
    {
        var display = new ExperimentDisplay(error, ExperimentDisplayKind.Quiet);
        ResearchResult result = await research.ExecuteAsync(ledger, options with { Log = display }, again, new Steps(this), cancellation);
        if (result.IsInterrupted)
            error.WriteLine("interrupted: finished steps are kept; the same command continues with the rest");
        string? page = research.Plan.Config.Output.Report && !result.IsInterrupted ? WritePages(result, ledger) : null;
        if (asJson)
        {
            JsonText.Write(output, result.ToJson());
        }
        else if (!isQuiet)
        {
            output.WriteLine($"research: {result.Folder}");
            if (page is not null)
                output.WriteLine($"report: {page}");
        }

        return result.IsInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>Writes the page of the workflow, and those of the searches executed just now.</summary>
    private static string WritePages(ResearchResult result, ITrialLedger ledger) => ReportOfRun.Written(() =>
    {
        foreach (StepResult step in result.Steps.Where(step => !step.WasDone && step.Search is not null))
            Report.Write(StoredExperiment.Find(ledger, (string)step.Searches[step.Name]!), step.Search!.Experiment);
        return Report.Write(StoredResearch.Open(result.Folder), result.Folder);
    });

    private void Show(StepResult step)
    {
        if (isQuiet || asJson)
            return;
        output.WriteLine($"{step.Name}{(step.WasDone ? " (done before)" : "")}");
        if (step.Regimes?.States is { } states)
            Consoles.Create(output, Consoles.OutputIsTerminal).WriteFitted(StatesTable(states));
        foreach (string finding in step.Findings)
            ScreenLines.OfOutput(output).Write($"  {finding}", hanging: 4);
    }

    /// <summary>The evidence for each number of states.</summary>
    private static Table StatesTable(StatesFinding states)
    {
        Table table = Consoles.CreateTable("States", "Held-out log-likelihood", "a bar", "below best", "p", "BIC", "Log-likelihood", "Bars fitted", "Parameters");
        foreach (TableColumn column in table.Columns)
            column.Alignment = Justify.Right;
        foreach (StatesRow row in states.Rows)
        {
            table.AddRow(
                Cell(row.States, "0"), Cell(row.HeldOutLogLikelihood, "N1"), Cell(row.HeldOutPerBar, "F4"), Cell(row.BelowBest?.Mean, "F4"),
                Cell(row.BelowBest?.PValue, "F3"), Cell(row.Bic, "N1"), Cell(row.LogLikelihood, "N1"), Cell(row.Observations, "N0"), Cell(row.Parameters, "N0"));
        }

        return table;
    }

    private static string Cell(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Shows each completed step, on the thread that executes them.</summary>
    private sealed class Steps(ResearchReport report) : IProgress<StepResult>
    {
        public void Report(StepResult value) => report.Show(value);
    }
}
