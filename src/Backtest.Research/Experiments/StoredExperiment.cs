using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>An experiment stored in the ledger.</summary>
public sealed class StoredExperiment
{
    /// <summary>The name that stands for the newest experiment.</summary>
    public const string Latest = "latest";

    private const int MostListed = 5;

    private StoredExperiment(
        ExperimentEntry entry, JsonObject document, IReadOnlyList<SearchGoal> goals, IReadOnlyList<string> parameters, IReadOnlyList<TrialResult> trials)
    {
        Entry = entry;
        Document = document;
        Goals = goals;
        Parameters = parameters;
        Trials = trials;
        Ranked = TrialResult.Rank(trials);
    }

    /// <summary>Its entry, with its name, its family and its folder.</summary>
    public ExperimentEntry Entry { get; }

    /// <summary>The content of <c>experiment.json</c>.</summary>
    public JsonObject Document { get; }

    /// <summary>The surroundings of the best trial, or null if the search has not ended.</summary>
    public SurfaceSummary? Surface => SurfaceSummary.Read(Document["surface"]);

    /// <summary>How far to believe its winner, or null if the search has not ended or has no winner.</summary>
    public Significance? Significance => SignificanceJson.Read(Document[SignificanceJson.Key]);

    /// <summary>Performance on days that winners were not chosen by, or null if it was not requested.</summary>
    public ValidationSummary? Validation => ValidationSummary.Read(Document["validation"]);

    /// <summary>The significance in sentences, including its limits.</summary>
    public IReadOnlyList<string> Judgement => Significance is { } significance ? [.. SignificanceText.Sentences(significance)] : [];

    /// <summary>The objectives, the decisive one first.</summary>
    public IReadOnlyList<SearchGoal> Goals { get; }

    /// <summary>The names of the searched parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The trials that have ended, by number.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>The trials that may win, best first.</summary>
    public IReadOnlyList<TrialResult> Ranked { get; }

    /// <summary>The median of the decisive objective among trials that may win and ran on all of the data, or null if there is none.</summary>
    public double? MedianObjective =>
        Ranked.Where(trial => trial.Share >= 1).Select(trial => trial.Objectives[0]!.Value).ToArray() is { Length: > 0 } all ? Median.Of(all) : null;

    /// <summary>Reads an experiment.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="text">
    /// Its id or the start of its id; its name, which stands for the newest experiment of that name; the path of its folder, or a part of the
    /// folder's name that no other has; or <c>latest</c>.
    /// </param>
    /// <exception cref="InputException">There is no such experiment, or there are several.</exception>
    public static StoredExperiment Find(ITrialLedger ledger, string text) =>
        Read(ledger, ledger.Find(text) ?? FindFolder(ledger, text) ?? throw new InputException(new InputError(
            "unknown_experiment", $"there is no experiment '{text}' in {ledger.Location}")
        {
            Fix = "To list names and ids, use backtest experiments list.",
        }));

    private static ExperimentEntry? FindFolder(ITrialLedger ledger, string text)
    {
        // The searches in windows have no folders of their own.
        ExperimentEntry[] all = [.. ledger.Experiments().Where(entry => !WindowSearches.AreOf(entry))];
        if (text == Latest)
            return all.FirstOrDefault();
        if (text.Length == 0)
            return null;
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        if (Array.Find(all, entry => entry.Folder == path) is { } there)
            return there;
        ExperimentEntry[] found = [.. all.Where(entry => Path.GetFileName(entry.Folder).Contains(text, StringComparison.Ordinal))];
        if (found.Length < 2)
            return found.FirstOrDefault();
        throw new InputException(new InputError(
            "ambiguous_experiment",
            $"'{text}' matches {found.Length} experiments: "
            + $"{string.Join(", ", found.Take(MostListed).Select(entry => Path.GetFileName(entry.Folder)))}{(found.Length > MostListed ? ", …" : "")}")
        {
            Fix = "Write more of the folder's name, or latest for the newest experiment.",
        });
    }

    /// <summary>Reads an experiment.</summary>
    public static StoredExperiment Read(ITrialLedger ledger, ExperimentEntry entry) =>
        Read(entry, goals => ledger.Trials(entry.Id, trial => new TrialResult(trial, goals)));

    /// <summary>Reads an experiment that has just ended, whose trials are at hand.</summary>
    public static StoredExperiment Read(ITrialLedger ledger, ExperimentResult result) => Read(ledger.Find(result.Id)!, _ => result.Trials);

    private static StoredExperiment Read(ExperimentEntry entry, Func<IReadOnlyList<SearchGoal>, IReadOnlyList<TrialResult>> trials)
    {
        JsonObject document = JsonNode.Parse(entry.Document)!.AsObject();
        SearchGoal[] goals = [.. document["goals"]!.AsArray().Select(goal => new SearchGoal((string)goal!["name"]!, (bool)goal["maximize"]!))];
        string[] parameters = [.. document["search"]!["parameters"]!.AsObject().Select(parameter => parameter.Key)];
        return new StoredExperiment(entry, document, goals, parameters, trials(goals));
    }

    /// <summary>The path of a searched parameter in the run file.</summary>
    public string PathOf(string parameter) => (string)Document["search"]!["parameters"]![parameter]!["path"]!;

    /// <summary>Writes its trials as a table.</summary>
    /// <param name="file">The file, with the extension <c>.csv</c> or <c>.parquet</c>.</param>
    /// <exception cref="InputException">The file has another extension.</exception>
    public void Export(string file)
    {
        string extension = Path.GetExtension(file);
        if (extension is not (".csv" or ".parquet"))
        {
            throw new InputException(new InputError("unknown_format", $"'{file}' is not a CSV or Parquet file")
            {
                Fix = "Name a file that ends in .csv or .parquet.",
            });
        }

        TrialsTable.Write(Path.GetFullPath(file), Parameters, Goals, Trials);
    }
}
