using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Research;

namespace Backtest.Cli.Experiments;

/// <summary>Says what became of an experiment, the way the command line asks for.</summary>
internal sealed class ExperimentReport(TextWriter output, TextWriter error, bool asJson, bool isQuiet)
{
    private const int Best = 10;

    /// <summary>Shows the experiment while it goes on.</summary>
    public ExperimentDisplay Display { get; } =
        isQuiet ? new ExperimentDisplay(error, ExperimentDisplayKind.Quiet)
        : new ExperimentDisplay(error, asJson || !Consoles.ErrorIsTerminal ? ExperimentDisplayKind.Lines : ExperimentDisplayKind.Bar);

    /// <summary>Writes the document, or the best trials and what surrounds them.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="page">Its report, or null without one.</param>
    public void Write(SearchPlan plan, ExperimentResult result, string? page)
    {
        if (result.IsInterrupted)
            error.WriteLine("interrupted: what is done is kept, and the same command goes on with the rest");
        if (asJson)
        {
            foreach (string warning in result.Warnings)
                Display.Warning(warning);
            JsonText.Write(output, Document(result));
        }
        else if (!isQuiet)
        {
            ExperimentScreen.Write(output, plan, result, page);
        }
    }

    private static JsonObject Document(ExperimentResult result) => new()
    {
        ["experiment"] = result.Folder,
        ["trials"] = result.Trials.Count,
        ["run"] = result.Run,
        ["family"] = result.Family,
        ["familyTrials"] = result.FamilyTrials,
        ["holdout"] = result.Holdout?.ToJson(),
        ["significance"] = result.Significance is { } significance ? SignificanceJson.ToNode(significance) : null,
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
