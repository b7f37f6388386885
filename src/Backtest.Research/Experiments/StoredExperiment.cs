using System.Text.Json;

namespace Backtest.Research;

/// <summary>An experiment as the ledger has it.</summary>
public sealed class StoredExperiment
{
    private StoredExperiment(ExperimentEntry entry, IReadOnlyList<SearchGoal> goals, IReadOnlyList<string> parameters, IReadOnlyList<TrialResult> trials)
    {
        Entry = entry;
        Goals = goals;
        Parameters = parameters;
        Trials = trials;
        Ranked = TrialResult.Rank(trials);
    }

    /// <summary>Its name, its family and where it is.</summary>
    public ExperimentEntry Entry { get; }

    /// <summary>What is better, the decisive one first.</summary>
    public IReadOnlyList<SearchGoal> Goals { get; }

    /// <summary>The names of the searched parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The trials that have ended, by number.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>Those that may win, the best first.</summary>
    public IReadOnlyList<TrialResult> Ranked { get; }

    /// <summary>Reads an experiment.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="text">Its id or the beginning of it, or its name: then the newest of that name.</param>
    /// <exception cref="InputException">There is no such experiment.</exception>
    public static StoredExperiment Find(ITrialLedger ledger, string text)
    {
        ExperimentEntry entry = ledger.Find(text) ?? throw new InputException(new InputError(
            "unknown_experiment", $"there is no experiment '{text}' in {ledger.Location}")
        {
            Fix = "See backtest experiments list for names and ids.",
        });
        return Read(ledger, entry);
    }

    /// <summary>Reads an experiment.</summary>
    public static StoredExperiment Read(ITrialLedger ledger, ExperimentEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Document);
        SearchGoal[] goals =
        [
            .. document.RootElement.GetProperty("goals").EnumerateArray()
                .Select(goal => new SearchGoal(goal.GetProperty("name").GetString()!, goal.GetProperty("maximize").GetBoolean())),
        ];
        string[] parameters =
            [.. document.RootElement.GetProperty("search").GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)];
        return new StoredExperiment(entry, goals, parameters, [.. ledger.Trials(entry.Id).Select(trial => new TrialResult(trial, goals))]);
    }

    /// <summary>Where a searched parameter is in the run file.</summary>
    public string PathOf(string parameter)
    {
        using var document = JsonDocument.Parse(Entry.Document);
        return document.RootElement.GetProperty("search").GetProperty("parameters").GetProperty(parameter).GetProperty("path").GetString()!;
    }

    /// <summary>Writes its trials as a table.</summary>
    /// <param name="file">The file, whose extension is <c>.csv</c> or <c>.parquet</c>.</param>
    /// <exception cref="InputException">The file has another extension.</exception>
    public void Export(string file)
    {
        string extension = Path.GetExtension(file);
        if (extension is not (".csv" or ".parquet"))
        {
            throw new InputException(new InputError("unknown_format", $"'{file}' is neither CSV nor Parquet")
            {
                Fix = "Name a file that ends in .csv or .parquet.",
            });
        }

        TrialsTable.Write(Path.GetFullPath(file), Parameters, Goals, Trials);
    }
}
