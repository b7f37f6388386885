namespace Backtest.Results;

/// <summary>The runs in a folder, as <c>output.directory</c> names it.</summary>
/// <param name="directory">The folder; it need not be there.</param>
public sealed class RunFolders(string directory)
{
    /// <summary>What stands for the newest run.</summary>
    public const string Latest = "latest";

    /// <summary>The folder.</summary>
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The folders of its runs, the newest first: their names begin with when they were made.</summary>
    public IReadOnlyList<string> All =>
        !System.IO.Directory.Exists(Directory)
            ? []
            : [.. System.IO.Directory.EnumerateDirectories(Directory).Where(IsRun).OrderByDescending(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>Finds a run.</summary>
    /// <param name="text">The path of its folder, its id, the beginning of an id no other begins with, or <c>latest</c>.</param>
    /// <exception cref="InputException">There is no such run, or there are several.</exception>
    public string Find(string text)
    {
        if (StoredRun.IsAt(text))
            return Path.GetFullPath(text);
        if (Path.Exists(text) && (text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || text is "." or ".."))
            throw Unknown($"'{text}' is not the folder of a run: it has no manifest.json");
        IReadOnlyList<string> all = All;
        if (text == Latest)
            return all.Count > 0 ? all[0] : throw Unknown($"there is no run in {Directory}");
        string[] found = [.. all.Where(folder => Path.GetFileName(folder).StartsWith(text, StringComparison.Ordinal))];
        return found switch
        {
            [var only] => only,
            [] => throw Unknown(all.Count == 0 ? $"there is no run in {Directory}" : $"no run in {Directory} begins with '{text}'; the newest is {Path.GetFileName(all[0])}"),
            _ => found.FirstOrDefault(folder => Path.GetFileName(folder) == text) ?? throw Several(text, found),
        };
    }

    private static bool IsRun(string folder) => !Path.GetFileName(folder).StartsWith('.') && StoredRun.IsAt(folder);

    private static InputException Unknown(string message) => new(new InputError("unknown_run", message)
    {
        Fix = "Name the folder of a run, its id or the beginning of it, or latest; backtest runs list shows them.",
    });

    private static InputException Several(string text, string[] found) => new(new InputError(
        "ambiguous_run", $"{found.Length} runs begin with '{text}': {string.Join(", ", found.Take(5).Select(Path.GetFileName))}{(found.Length > 5 ? ", …" : "")}")
    {
        Fix = "Name more of its id.",
    });
}
