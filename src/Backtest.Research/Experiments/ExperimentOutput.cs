using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes the output of an experiment: tables, its document, and its result for the caller.</summary>
internal sealed class ExperimentOutput(
    SearchPlan plan, ExperimentEntry entry, ExperimentFolder folder, KeptBars bars, Benchmark? benchmark, ITrialLedger ledger, FoldRuns? folds,
    int workers)
{
    private const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private Significance? _significance;
    private ValidationSummary? _validation;

    /// <summary>Writes the description of the experiment at its start, and removes how it ended before.</summary>
    public void Begin()
    {
        ledger.Describe(entry.Id, Asked(plan).ToJsonString());
        folder.Write(Document(run: null).ToJsonString(Format) + "\n");
    }

    /// <summary>Writes how it ended before it was complete. A failure to write does not hide the original error.</summary>
    /// <param name="state">How it ended.</param>
    /// <param name="error">The error, or null if it was interrupted.</param>
    public void End(ExperimentState state, string? error = null)
    {
        JsonObject kept = Asked(plan);
        ExperimentStates.Write(kept, state, error);
        JsonObject document = Document(run: null);
        ExperimentStates.Write(document, state, error);
        try
        {
            if (ledger.Describe(entry.Id, kept.ToJsonString()))
                folder.Write(document.ToJsonString(Format) + "\n");
        }
        catch (Exception exception) when (exception is InputException or IOException or UnauthorizedAccessException)
        {
            // Without it the experiment counts as interrupted, which is close enough.
        }
    }

    /// <summary>Writes the tables and the document, and marks the experiment as complete.</summary>
    /// <param name="run">The search.</param>
    /// <param name="validation">The validation out of sample, or null if it was not requested.</param>
    /// <param name="at">When it was completed, UTC.</param>
    public void Finish(ExperimentRun run, ValidationSummary? validation, DateTime at)
    {
        IReadOnlyList<TrialResult> trials = run.Results;
        Dictionary<string, StoredReturns> byKey = ByKey(trials, folder.Returns);
        ReturnsTable.Write(
            folder.ReturnsFile,
            trials.Where(trial => trial.Status == TrialStatus.Complete && byKey.ContainsKey(trial.Key)).Select(trial => (trial.Number, byKey[trial.Key])));
        TrialsTable.Write(folder.TrialsFile, [.. plan.Parameters.Select(parameter => parameter.Name)], plan.Goals, trials);
        ComparedTrials? compared = Compare(run, byKey);
        _significance = compared is null ? null : Judge(run, compared);
        _validation = validation;
        string document = Document(run).ToJsonString(Format) + "\n";
        folder.Write(document);
        ledger.Finish(entry.Id, document, at);
        folder.Returns.Delete();
    }

    /// <summary>Evaluates what was chosen on some folds on the other folds; null if there is no winner.</summary>
    /// <param name="run">The search.</param>
    /// <param name="config">The cross-validation.</param>
    /// <param name="splits">Runs the splits, if plugins learn.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The folds are shorter than purge and embargo need.</exception>
    public async Task<CrossValidationSummary?> ValidateAsync(ExperimentRun run, CrossValidationConfig config, SplitRuns splits, CancellationToken cancellation)
    {
        if (Compare(run, ByKey(run.Results, folder.Returns)) is not { } compared || Compare(run, ByKey(run.Results, folds!.Returns)) is not { } flat)
            return null;
        SplitReturns? learned = !run.Results.Any(trial => trial.Learns) ? null : (split, numbers, cancel) =>
            splits.MakeAsync(split, [.. numbers.Select(number => run.History[number])], flat.Days.Length, cancel);
        double? periods = SearchSignificance.PeriodsPerYear(TrialResult.Rank(run.Results)[0], compared.Returns.OfStrategy(0));
        CrossValidationSummary summary = await CrossValidation.OfAsync(
            config, plan, flat, folds.Days, run.Results, periods ?? 1, run.IsAdaptive, learned, workers, cancellation).ConfigureAwait(false);
        SplitsTable.Write(folder.SplitsFile, summary.Splits);
        return summary;
    }

    /// <summary>The result for the caller.</summary>
    public ExperimentResult Result(ExperimentRun run, bool isInterrupted, IReadOnlyList<int> otherwise)
    {
        SearchSurface surface = run.Surface;
        // A grid is one batch: if a search was interrupted, show all results that are stored.
        IReadOnlyList<TrialResult> trials = isInterrupted ? run.Ended : run.Results;
        JsonNode? stored = isInterrupted ? null : JsonNode.Parse(ledger.Find(entry.Id)!.Document);
        Significance? significance = _significance ?? SignificanceJson.Read(stored?[SignificanceJson.Key]);
        ValidationSummary? validation = _validation ?? ValidationSummary.Read(stored?["validation"]);
        return new ExperimentResult
        {
            Id = entry.Id,
            Folder = folder.Path,
            IsInterrupted = isInterrupted,
            Trials = trials,
            Ranked = TrialResult.Rank(trials),
            Goals = plan.Goals,
            Family = entry.Family,
            FamilyTrials = ledger.CountOf(entry.Family),
            Holdout = Holdout,
            Run = run.Run,
            Surface = surface,
            Findings =
            [
                .. SurfaceText.Sentences(SurfaceSummary.Of(plan, surface)), .. significance is null ? [] : SignificanceText.Sentences(significance),
                .. validation?.Sentences ?? [],
            ],
            Significance = significance,
            Validation = validation,
            Warnings = [.. bars.Warnings.Select(warning => $"{warning.Message}. {warning.Fix}"), .. Warnings(run, otherwise)],
        };
    }

    private HoldoutCount? Holdout => plan.Sweep.Holdout is { } holdout
        ? new HoldoutCount(holdout.From, entry.Family, ledger.HoldoutLooksOf(entry.Family)) : null;

    private static Dictionary<string, StoredReturns> ByKey(IReadOnlyList<TrialResult> trials, ReturnsStore store)
    {
        IReadOnlyDictionary<int, StoredReturns> returns = store.Find();
        return trials.Where(trial => returns.ContainsKey(trial.Number))
            .DistinctBy(trial => trial.Key).ToDictionary(trial => trial.Key, trial => returns[trial.Number], StringComparer.Ordinal);
    }

    private static ComparedTrials? Compare(ExperimentRun run, Dictionary<string, StoredReturns> returns) =>
        TrialResult.Rank(run.Results) is [var winner, ..] && returns.ContainsKey(winner.Key) ? ComparedTrials.Read(winner, run.Results, returns) : null;

    private Significance? Judge(ExperimentRun run, ComparedTrials compared) =>
        new SearchSignificance(compared, benchmark, ledger.CountOf(entry.Family), plan.Sweep.Metrics.RiskFreeRate, plan.Sweep.Seed, workers)
            .Of(TrialResult.Rank(run.Results)[0], run.IsAdaptive, run.Results.Any(trial => trial.Status == TrialStatus.Pruned));

    private IEnumerable<string> Warnings(ExperimentRun run, IReadOnlyList<int> otherwise)
    {
        if (run.Differing.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Differing.Count} trials have a different result than the ledger has for the same run, the first is trial {run.Differing.First()}: a plugin's results cannot be repeated, or it reads something it should not.");
        }

        if (otherwise.Count > 0)
            yield return $"the best trials {string.Join(", ", otherwise)} had a different result when they were repeated for their run folders.";
        if (benchmark is { IsPrice: true } && TrialResult.Rank(run.Results) is [var best, ..] && best.Metric("dividends") is not (null or 0))
            yield return $"the trials received dividends, but the prices of the benchmark, {benchmark.Name}, do not include any.";
        int faulted = run.Results.Count(trial => trial.Status == TrialStatus.Faulted);
        if (faulted > 0)
        {
            TrialResult first = run.Results.First(trial => trial.Status == TrialStatus.Faulted);
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{faulted} of {run.Results.Count} trials faulted, the first is trial {first.Number}: {first.Message}");
        }
    }

    /// <summary>The document of an experiment that has ended, or of one that is starting.</summary>
    private JsonObject Document(ExperimentRun? run)
    {
        IReadOnlyList<TrialResult> trials = run?.Results ?? [];
        TrialResult? winner = TrialResult.Rank(trials) is [var best, ..] ? best : null;
        var document = new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["id"] = entry.Id,
            ["name"] = entry.Name,
            ["status"] = ExperimentStates.Text(run is null ? ExperimentState.Running : ExperimentState.Complete),
            ["createdAt"] = entry.CreatedAt,
            ["engineVersion"] = EngineVersion.Current,
            ["data"] = bars.Fingerprint,
            ["family"] = entry.Family,
            ["familyTrials"] = run is null ? null : ledger.CountOf(entry.Family),
            ["holdout"] = Holdout?.ToJson(),
            ["space"] = new JsonObject
            {
                ["points"] = plan.Space.Count,
                ["dimensions"] = new JsonArray([.. plan.Space.Dimensions.Select(Describe)]),
            },
            ["counts"] = new JsonObject(Enum.GetValues<TrialStatus>().Select(each => KeyValuePair.Create<string, JsonNode?>(
                each.ToString().ToLowerInvariant(), trials.Count(trial => trial.Status == each)))),
            ["winner"] = winner is null ? null : Describe(winner),
            ["front"] = run is not null && plan.Objectives.Count > 1 ? new JsonArray([.. run.Front.Select(number => (JsonNode)number)]) : null,
            [SignificanceJson.Key] = _significance is null ? null : SignificanceJson.ToNode(_significance),
            ["validation"] = _validation?.ToJson(),
            ["surface"] = run is null ? null : SurfaceSummary.Of(plan, run.Surface).ToJson(),
        };
        foreach ((string key, JsonNode? value) in Asked(plan))
            document[key] = value?.DeepClone();
        return document;
    }

    /// <summary>The specification of the search, as a part of a document.</summary>
    public static JsonObject Asked(SearchPlan plan) => new()
    {
        ["search"] = ConfigJson.Write(plan.Sweep)["search"]!.DeepClone(),
        ["goals"] = new JsonArray([.. plan.Goals.Select(goal => new JsonObject { ["name"] = goal.Name, ["maximize"] = goal.Maximizes })]),
    };

    private static JsonObject Describe(SearchDimension dimension) => new()
    {
        ["name"] = dimension.Name,
        ["levels"] = dimension.Levels == 0 ? null : dimension.Levels,
        ["choice"] = dimension.IsChoice,
    };

    /// <summary>A trial as a part of a document.</summary>
    public JsonObject Describe(TrialResult trial) => new()
    {
        ["number"] = trial.Number,
        ["parameters"] = trial.Parameters,
        ["objectives"] = new JsonObject(plan.Goals.Zip(trial.Objectives, (goal, value) => KeyValuePair.Create(goal.Name, (JsonNode?)value))),
        ["metrics"] = new JsonObject(Metric.All.Select(metric => KeyValuePair.Create(metric.Name, (JsonNode?)trial.Metric(metric.Name)))),
        ["hash"] = trial.EventHash,
    };
}
