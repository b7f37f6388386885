using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// A research workflow, ready to execute. Each step reads what earlier steps wrote, and is executed again if its own keys or its inputs have
/// changed since it was completed.
/// </summary>
public sealed class ResearchRun
{
    private readonly IBarSourceFactory _sources;
    private readonly IReadOnlyList<IPluginSource> _plugins;

    /// <param name="plan">The workflow.</param>
    /// <param name="sources">Opens bar sources.</param>
    /// <param name="plugins">Where plugins are found, in order of precedence.</param>
    public ResearchRun(ResearchPlan plan, IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
    {
        Plan = plan;
        _sources = sources;
        _plugins = plugins;
    }

    /// <summary>The workflow.</summary>
    public ResearchPlan Plan { get; }

    private WorkflowConfig Base => Plan.Config with { Workflow = Workflows.Backtest, Steps = null };

    /// <summary>Performs all checks possible before the first step, without running anything.</summary>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The run file, the data or a plugin is invalid.</exception>
    public void Check(CancellationToken cancellation = default)
    {
        foreach (StepSearch search in Plan.Searches.Values)
            new Experiment(search.Plan, _sources, _plugins).Check(cancellation);
        Build([], cancellation);
        foreach (ResearchStepConfig.Regimes step in Plan.Steps.OfType<ResearchStepConfig.Regimes>().Where(step => step.States.Count > 0))
        {
            StatesComparison.Require(Plan, step, _plugins);
            foreach (int states in step.States)
                CheckStates(step, states, cancellation);
        }
    }

    /// <summary>Checks the run with a number of states, with which a regime it names may not exist.</summary>
    private void CheckStates(ResearchStepConfig.Regimes step, int states, CancellationToken cancellation)
    {
        try
        {
            Build(new JsonObject { [StatesComparison.PathOf(step)] = states }, cancellation);
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Errors.Select(error => error with
            {
                Message = $"with {states} {(states == 1 ? "state" : "states")} of '{step.Classifier}', which '{step.Name}' compares: {error.Message}",
            })]);
        }
    }

    private void Build(JsonObject sets, CancellationToken cancellation)
    {
        using IWorkflowManager manager = new WorkflowManagerFactory(_sources, _plugins).Create(Plan.Run(sets));
        manager.Build(cancellation);
    }

    /// <summary>Executes the missing steps.</summary>
    /// <param name="ledger">The ledger of trials and looks.</param>
    /// <param name="options">The options; their directory contains the workflow's folder.</param>
    /// <param name="again">The name of a completed step to repeat, or null.</param>
    /// <param name="done">Called for each completed step, or null.</param>
    /// <param name="cancellation">Cancels the operation; completed steps are kept, and the same call resumes it.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is invalid.</exception>
    public async Task<ResearchResult> ExecuteAsync(
        ITrialLedger ledger, ExperimentOptions options, string? again = null, IProgress<StepResult>? done = null, CancellationToken cancellation = default)
    {
        RequireStep(again);
        Check(cancellation);
        KeptBars bars = KeptBars.Read(
            _sources, RunSpec.Of(Base, _plugins), Plan.Searches.Values.SelectMany(search => search.Plan.FinerBars), options.MostBars, cancellation);
        string identity = ExperimentIdentity.Of(Base, bars.Fingerprint, benchmark: null, _plugins);
        string folder = Path.GetFullPath(Path.Combine(options.Directory, Plan.Config.Name));
        var context = new StepContext(Plan, bars, _sources, _plugins, ledger, options);
        StoredResearch.Write(folder, Plan);
        var results = new List<StepResult>();
        try
        {
            foreach (ResearchStepConfig step in Plan.Steps)
            {
                var own = new StepFolder(Path.Combine(folder, step.Name));
                StepResult[] before = [.. results.Where(result => step.After.Contains(result.Name))];
                string follows = IdentityOf(step, identity, before);
                StepResult result = (step.Name == again ? null : own.Find(follows))
                    ?? await MakeAsync(context, step, own, follows, before, cancellation).ConfigureAwait(false);
                results.Add(result);
                done?.Report(result);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new ResearchResult { Folder = folder, Steps = results, IsInterrupted = true };
        }

        return new ResearchResult { Folder = folder, Steps = results, IsInterrupted = false };
    }

    private void RequireStep(string? again)
    {
        if (again is null || Plan.Steps.Any(step => step.Name == again))
            return;
        throw new InputException(new InputError("unknown_step", $"the run file has no step '{again}'")
        {
            Position = new SourcePosition(Plan.Config.File),
            Fix = $"Available: {string.Join(", ", Plan.Steps.Select(step => step.Name))}.",
        });
    }

    private static async Task<StepResult> MakeAsync(
        StepContext context, ResearchStepConfig step, StepFolder folder, string identity, StepResult[] before, CancellationToken cancellation)
    {
        StepInput input = InputOf(context.Plan, step, before);
        Directory.CreateDirectory(folder.Path);
        StepOutput output = step switch
        {
            ResearchStepConfig.Search search => await new SearchStep(context, search).RunAsync(input, folder, cancellation).ConfigureAwait(false),
            ResearchStepConfig.Regimes regimes => await new RegimesStep(context, regimes).RunAsync(input, cancellation).ConfigureAwait(false),
            ResearchStepConfig.Ensemble ensemble => await new EnsembleStep(context, ensemble).RunAsync(input, folder, cancellation).ConfigureAwait(false),
            _ => await new HoldoutStep(context).RunAsync(input, folder, cancellation).ConfigureAwait(false),
        };
        var result = new StepResult
        {
            Name = step.Name,
            Type = step.Type,
            Identity = identity,
            Sets = output.Sets,
            Searches = output.Searches,
            Figures = output.Figures,
            Findings = output.Findings,
        };
        return folder.Write(result);
    }

    /// <summary>Everything a step depends on: the run, the step's keys, and everything that earlier steps depend on.</summary>
    private string IdentityOf(ResearchStepConfig step, string run, StepResult[] before)
    {
        string said = ConfigJson.Write(Plan.Config)["steps"]![step.Name]!.ToJsonString();
        return ExperimentIdentity.HashOf(string.Join('\n', ["step", run, step.Name, said, .. before.Select(result => result.Identity)]));
    }

    /// <summary>The combined results of the steps before one.</summary>
    /// <exception cref="InputException">Two of them have different values for one key.</exception>
    private static StepInput InputOf(ResearchPlan plan, ResearchStepConfig step, StepResult[] before)
    {
        var sets = new JsonObject();
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var searches = new JsonObject();
        // A step that follows another builds on its results, and takes precedence over it.
        StepResult[] last =
        [
            .. before.Where(one => !before.Any(other =>
                other != one && ResearchSteps.Before(plan.Step(other.Name), plan.Config.Steps!).Any(own => own.Name == one.Name))),
        ];
        foreach (StepResult result in last)
        {
            foreach ((string name, JsonNode? id) in result.Searches)
                searches[name] = id?.DeepClone();
            foreach ((string path, JsonNode? value) in result.Sets)
            {
                if (sets.ContainsKey(path) && !JsonNode.DeepEquals(sets[path], value))
                {
                    throw new InputException(new InputError(
                        "contradicting_steps", $"'{from[path]}' and '{result.Name}' found different values of {path}, but '{step.Name}' starts from both")
                    {
                        Key = $"steps.{step.Name}.after",
                        Position = step.Position.File is null ? step.Position with { File = plan.Config.File } : step.Position,
                        Fix = "Put one of them after the other, or start from only one.",
                    });
                }

                sets[path] = value?.DeepClone();
                from[path] = result.Name;
            }
        }

        return new StepInput(sets, searches);
    }
}
