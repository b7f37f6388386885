using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Parameter discovery: a search whose best trial determines the parameters of later steps.</summary>
internal sealed class SearchStep(StepContext context, ResearchStepConfig.Search step)
{
    /// <summary>Executes the search, or the rest of it.</summary>
    public async Task<StepOutput> RunAsync(StepInput input, StepFolder folder, CancellationToken cancellation)
    {
        StepSearch search = context.Plan.Searches[step.Name];
        ExperimentResult result = await new Experiment(search.Plan, context.Sources, context.Plugins)
            .ExecuteAsync(context.Ledger, context.Options with { Directory = folder.Path }, cancellation).ConfigureAwait(false);
        if (result.IsInterrupted)
            throw new OperationCanceledException(cancellation);
        if (result.Ranked is not [var best, ..])
        {
            throw new InputException(new InputError("no_trial", $"'{step.Name}' has no trial that can win")
            {
                Key = $"steps.{step.Name}.search",
                Position = step.Position.File is null ? step.Position with { File = context.Plan.Config.File } : step.Position,
                Fix = $"Check the faults in the table of trials in {result.Folder}, or lower minimum_trades.",
            });
        }

        JsonObject own = search.SetsOf(best);
        JsonObject sets = input.Sets.DeepClone().AsObject();
        foreach ((string path, JsonNode? value) in own)
            sets[path] = value?.DeepClone();
        JsonObject searches = input.Searches.DeepClone().AsObject();
        searches[step.Name] = result.Id;
        string values = string.Join(", ", best.Parameters.Select(parameter => $"{parameter.Key} {parameter.Value?.ToJsonString()}"));
        var figures = new SearchFigures
        {
            Experiment = result.Folder,
            Trials = result.Trials.Count,
            FamilyTrials = result.FamilyTrials,
            Best = best.Number,
            Parameters = best.Parameters,
            Goal = result.Goals[0].Name,
            Objective = best.Objectives[0]!.Value,
        };
        return new StepOutput(sets, searches, StepFigures.Write(figures, StepFiguresJson.Default.SearchFigures),
        [
            string.Create(CultureInfo.InvariantCulture, $"best of {result.Trials.Count:N0} trials: {values}, {result.Goals[0].Name} {best.Objectives[0]:0.###}"),
            .. result.Findings.Where(finding => finding.StartsWith("deflated", StringComparison.Ordinal)).Take(1),
        ]);
    }
}
