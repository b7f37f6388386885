namespace Backtest.Cli.Watching;

/// <summary>The state of files at one time.</summary>
internal sealed class FileSnapshot
{
    private readonly SortedDictionary<string, FileStamp> _stamps = new(StringComparer.Ordinal);

    /// <summary>Captures the state of files; missing ones are left out.</summary>
    public static FileSnapshot Take(IEnumerable<string> paths)
    {
        FileSnapshot snapshot = new();
        foreach (string path in paths)
        {
            if (FileStamp.Of(path) is { } stamp)
                snapshot._stamps[path] = stamp;
        }

        return snapshot;
    }

    /// <summary>The changes up to a later snapshot, in ordinal order of paths; empty if there are none.</summary>
    public IReadOnlyList<FileChange> ChangesTo(FileSnapshot later)
    {
        IEnumerable<FileChange> here = _stamps.Where(file => !later._stamps.TryGetValue(file.Key, out FileStamp stamp) || stamp != file.Value)
            .Select(file => new FileChange(file.Key, later._stamps.ContainsKey(file.Key) ? "changed" : "removed"));
        IEnumerable<FileChange> there = later._stamps.Keys.Where(path => !_stamps.ContainsKey(path)).Select(path => new FileChange(path, "added"));
        return [.. here.Concat(there).OrderBy(change => change.Path, StringComparer.Ordinal)];
    }
}
