using System.Globalization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>The folder of an experiment: its document, its tables, and the run folders of its best trials.</summary>
/// <param name="path">The folder.</param>
internal sealed class ExperimentFolder(string path)
{
    private const int ShortHash = 8;

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The experiment and its results, as JSON.</summary>
    public string Document => System.IO.Path.Combine(Path, "experiment.json");

    /// <summary>The table of trials, one row each.</summary>
    public string TrialsFile => System.IO.Path.Combine(Path, "trials.parquet");

    /// <summary>The daily returns of complete trials.</summary>
    public string ReturnsFile => System.IO.Path.Combine(Path, "returns.parquet");

    /// <summary>The table of a cross-validation's splits, one row each.</summary>
    public string SplitsFile => System.IO.Path.Combine(Path, "splits.parquet");

    /// <summary>Whether an experiment was finished here.</summary>
    public bool IsWhole => File.Exists(ReturnsFile) && File.Exists(TrialsFile);

    /// <summary>The folder of the best trials' run folders.</summary>
    public string Best => System.IO.Path.Combine(Path, "best");

    /// <summary>Returns while the experiment is in progress.</summary>
    public ReturnsStore Returns => new(System.IO.Path.Combine(Path, "parts"));

    /// <summary>Returns of trials that are flat at the ends of folds, while the experiment is in progress.</summary>
    public ReturnsStore FoldReturns => new(System.IO.Path.Combine(Path, "parts", "folds"));

    /// <summary>The folder of the searches in a walk-forward's windows.</summary>
    public string Windows => System.IO.Path.Combine(Path, "windows");

    /// <summary>The table of the days a walk-forward traded, one row each.</summary>
    public string WalkForwardFile => System.IO.Path.Combine(Path, "walk-forward.parquet");

    /// <summary>The folder of the workers' lock files.</summary>
    public string Workers => System.IO.Path.Combine(Path, ".workers");

    /// <summary>The name of a new folder: when the experiment began, its name, and the start of its id.</summary>
    public static string NameOf(DateTimeOffset at, string name, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd-HHmmss}-{name}-{id[..ShortHash]}");

    /// <summary>Creates the folder.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"the experiment's folder cannot be created: {exception.Message}")
            {
                Key = "output.directory",
                Fix = "Name a writable folder with --output.",
            });
        }
    }

    /// <summary>Writes the document atomically.</summary>
    public void Write(string document) => WholeFile.Write(Document, draft => File.WriteAllText(draft, document));
}
