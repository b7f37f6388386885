using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>Writes the end of an experiment to a terminal: its best trials, the surroundings of the best one, and the total number of trials.</summary>
internal static class ExperimentScreen
{
    private const int Best = 10;

    public static void Write(TextWriter output, SearchPlan plan, ExperimentResult result, string? page)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        if (result.Ranked.Count > 0)
            console.WriteFitted(TrialsTableView.Create([.. plan.Parameters.Select(parameter => parameter.Name)], result.Goals, result.Ranked.Take(Best)));
        else
            console.WriteLine("no trial can be ranked: none has a value of the objective");
        console.WriteLine();
        foreach (string finding in result.Findings)
            console.WriteLine(finding);
        console.WriteLine(Counts(result));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"family: {result.Family}; {result.FamilyTrials:N0} trials ever"));
        if (result.Holdout is { } holdout)
            console.WriteLine(holdout.Text);
        foreach (string warning in result.Warnings)
            console.MarkupLineInterpolated($"[yellow]warning:[/] {warning}");
        output.WriteLine($"experiment: {result.Folder}");
        if (page is not null)
            output.WriteLine($"report: {page}");
    }

    private static string Counts(ExperimentResult result)
    {
        string[] counts =
        [
            .. Enum.GetValues<TrialStatus>()
                .Select(status => (Status: status, Count: result.Trials.Count(trial => trial.Status == status)))
                .Where(counted => counted.Count > 0)
                .Select(counted => string.Create(CultureInfo.InvariantCulture, $"{counted.Count:N0} {counted.Status.ToString().ToLowerInvariant()}")),
        ];
        string found = result.Run < result.Trials.Count
            ? string.Create(CultureInfo.InvariantCulture, $"; {result.Trials.Count - result.Run:N0} were done before")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{result.Trials.Count:N0} trials{(counts.Length > 0 ? ": " : "")}{string.Join(", ", counts)}{found}");
    }
}
