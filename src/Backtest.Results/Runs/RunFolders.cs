using System.Text.RegularExpressions;

namespace Backtest.Results;

/// <summary>The runs in a folder, as named by <c>output.directory</c>.</summary>
/// <param name="directory">The folder, which may be missing.</param>
public sealed partial class RunFolders(string directory)
{
    /// <summary>The name that stands for the newest run.</summary>
    public const string Latest = "latest";

    private const int MostListed = 5;

    /// <summary>The folder.</summary>
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The folders of its runs, newest first; their names begin with the time they were created.</summary>
    public IReadOnlyList<string> All =>
        !System.IO.Directory.Exists(Directory)
            ? []
            : [.. System.IO.Directory.EnumerateDirectories(Directory).Where(IsRun).OrderByDescending(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>Finds a run.</summary>
    /// <param name="text">
    /// The path of its folder, its id (the folder's name), the run's name, any unique part of the id, or <c>latest</c>. The start of an id takes
    /// precedence over a name, and a name over a part.
    /// </param>
    /// <exception cref="InputException">There is no such run, or there are several.</exception>
    public string Find(string text)
    {
        if (StoredRun.IsAt(text))
            return Path.GetFullPath(text);
        if (Path.Exists(text) && (text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || text is "." or ".."))
            throw Unknown($"'{text}' is not the folder of a run: it has no manifest.json");
        IReadOnlyList<string> all = All;
        if (all.Count == 0)
            throw Unknown($"there are no runs in {Directory}");
        if (text == Latest)
            return all[0];
        Func<string, bool>[] ways =
        [
            id => id == text,
            id => id.StartsWith(text, StringComparison.Ordinal),
            id => NameIn().Match(id) is { Success: true } match && match.Groups["name"].Value == text,
            id => id.Contains(text, StringComparison.Ordinal),
        ];
        foreach (Func<string, bool> way in text.Length == 0 ? [] : ways)
        {
            string[] found = [.. all.Where(folder => way(Path.GetFileName(folder)))];
            if (found.Length == 1)
                return found[0];
            if (found.Length > 1)
                throw Several(text, found);
        }

        throw Unknown($"no run in {Directory} has the name '{text}', or an id that contains it; the newest is {Path.GetFileName(all[0])}");
    }

    // The time of creation, the run's name, the start of a hash, and a number if several were created in the same second.
    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-(?<name>.+)-[0-9a-f]{8}(-[0-9]+)?$")]
    private static partial Regex NameIn();

    private static bool IsRun(string folder) => !Path.GetFileName(folder).StartsWith('.') && StoredRun.IsAt(folder);

    private static InputException Unknown(string message) => new(new InputError("unknown_run", message)
    {
        Fix = "Name a run by its folder, its name, its id or a part of the id, or latest. To list runs, use backtest runs list.",
    });

    private static InputException Several(string text, string[] found) => new(new InputError(
        "ambiguous_run",
        $"'{text}' matches {found.Length} runs: {string.Join(", ", found.Take(MostListed).Select(Path.GetFileName))}{(found.Length > MostListed ? ", …" : "")}")
    {
        Fix = "Write more of the id, or latest for the newest run.",
    });
}
