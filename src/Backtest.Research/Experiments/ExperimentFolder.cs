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

    /// <summary>What the experiment is and came to: JSON.</summary>
    public string Document => System.IO.Path.Combine(Path, "experiment.json");

    /// <summary>A row for each trial.</summary>
    public string TrialsFile => System.IO.Path.Combine(Path, "trials.parquet");

    /// <summary>The daily returns of complete trials.</summary>
    public string ReturnsFile => System.IO.Path.Combine(Path, "returns.parquet");

    /// <summary>A row for each split of a cross-validation.</summary>
    public string SplitsFile => System.IO.Path.Combine(Path, "splits.parquet");

    /// <summary>Whether an experiment was finished here.</summary>
    public bool IsWhole => File.Exists(ReturnsFile) && File.Exists(TrialsFile);

    /// <summary>The folder of the best trials' run folders.</summary>
    public string Best => System.IO.Path.Combine(Path, "best");

    /// <summary>Returns while the experiment goes on.</summary>
    public ReturnsStore Returns => new(System.IO.Path.Combine(Path, "parts"));

    /// <summary>Returns of trials that are flat at the ends of folds, while the experiment goes on.</summary>
    public ReturnsStore FoldReturns => new(System.IO.Path.Combine(Path, "parts", "folds"));

    /// <summary>The folder of the searches in the windows of a walk-forward.</summary>
    public string Windows => System.IO.Path.Combine(Path, "windows");

    /// <summary>A row for each day a walk-forward traded.</summary>
    public string WalkForwardFile => System.IO.Path.Combine(Path, "walk-forward.parquet");

    /// <summary>The folder of the marks of workers.</summary>
    public string Workers => System.IO.Path.Combine(Path, ".workers");

    /// <summary>The name of a new folder: when the experiment began, its name, and the beginning of its id.</summary>
    public static string NameOf(DateTimeOffset at, string name, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd-HHmmss}-{name}-{id[..ShortHash]}");

    /// <summary>Makes the folder.</summary>
    /// <exception cref="InputException">Nothing can be written there.</exception>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"no folder for the experiment can be made: {exception.Message}")
            {
                Key = "output.directory",
                Fix = "Name a folder that can be written to, with --output.",
            });
        }
    }

    /// <summary>Writes the document. It is there whole or not at all.</summary>
    public void Write(string document) => WholeFile.Write(Document, draft => File.WriteAllText(draft, document));
}
