namespace Backtest.Cli.Watching;

/// <summary>Files as they were at one time.</summary>
internal sealed class FileSnapshot
{
    private readonly SortedDictionary<string, FileStamp> _stamps = new(StringComparer.Ordinal);

    /// <summary>Looks at files; those not there are left out.</summary>
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

    /// <summary>What became of the files until a later time, in ordinal order of their paths; empty: nothing.</summary>
    public IReadOnlyList<FileChange> ChangesTo(FileSnapshot later)
    {
        IEnumerable<FileChange> here = _stamps.Where(file => !later._stamps.TryGetValue(file.Key, out FileStamp stamp) || stamp != file.Value)
            .Select(file => new FileChange(file.Key, later._stamps.ContainsKey(file.Key) ? "changed" : "removed"));
        IEnumerable<FileChange> there = later._stamps.Keys.Where(path => !_stamps.ContainsKey(path)).Select(path => new FileChange(path, "added"));
        return [.. here.Concat(there).OrderBy(change => change.Path, StringComparer.Ordinal)];
    }
}
