using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Cli.Simulation;
using Backtest.Research;

namespace Backtest.Cli.Experiments;

/// <summary>Reports the result of an experiment in the form the command line asks for.</summary>
internal sealed class ExperimentReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    private const int Best = 10;

    /// <summary>Shows the progress of the experiment.</summary>
    public ExperimentDisplay Display { get; } =
        isQuiet ? new ExperimentDisplay(error, ExperimentDisplayKind.Quiet)
        : new ExperimentDisplay(error, asJson || !Consoles.ErrorIsTerminal ? ExperimentDisplayKind.Lines : ExperimentDisplayKind.Bar);

    /// <summary>Writes the document, or the best trials and their surroundings.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="result">The result of the search.</param>
    /// <param name="page">The path of its report, or null if there is none.</param>
    /// <param name="tried">The Monte Carlo report of its best run, or null if it was not requested.</param>
    public void Write(SearchPlan plan, ExperimentResult result, string? page, MonteCarloReport? tried = null)
    {
        if (result.IsInterrupted)
            error.WriteLine("interrupted: finished trials are kept; the same command continues with the rest");
        if (asJson)
        {
            foreach (string warning in result.Warnings)
                Display.Warning(warning);
            JsonText.Write(output, Document(result, tried));
        }
        else if (!isQuiet)
        {
            ExperimentScreen.Write(output, plan, result, page);
            if (tried is not null)
                MonteCarloText.Write(output, tried);
        }
    }

    /// <summary>Runs the Monte Carlo simulation of the best run; a method that is not possible results in a warning.</summary>
    /// <returns>The report, or null if it is not available.</returns>
    public Task<MonteCarloReport?> TryAsync(Func<MonteCarloDisplay, Task<MonteCarloReport>> make) =>
        new MonteCarloDisplay(error, isQuiet, asJson).TryAsync(make, Display.Warning);

    private static JsonObject Document(ExperimentResult result, MonteCarloReport? tried) => new()
    {
        ["experiment"] = result.Folder,
        ["trials"] = result.Trials.Count,
        ["run"] = result.Run,
        ["family"] = result.Family,
        ["familyTrials"] = result.FamilyTrials,
        ["holdout"] = result.Holdout?.ToJson(),
        ["significance"] = result.Significance is { } significance ? SignificanceJson.ToNode(significance) : null,
        ["monteCarlo"] = tried is null ? null : MonteCarloFiles.ToNode(tried),
        ["validation"] = result.Validation?.ToJson(),
        ["best"] = new JsonArray([.. result.Ranked.Take(Best).Select(trial => new JsonObject
        {
            ["number"] = trial.Number,
            ["parameters"] = trial.Parameters,
            ["objectives"] = new JsonObject(
                result.Goals.Zip(trial.Objectives, (goal, value) => KeyValuePair.Create(goal.Name, (JsonNode?)value))),
            ["hash"] = trial.EventHash,
        })]),
    };
}
