namespace Backtest.Hosting;

/// <summary>The paths of an archive's files so far. No two may be equal when case is ignored.</summary>
internal sealed class EntryNames
{
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a file's safe path.</summary>
    /// <returns>Whether it does not collide with an earlier path.</returns>
    public bool TryAddFile(string path) => TryAddFolders(path) && !_folders.ContainsKey(path) && _files.Add(path);

    private bool TryAddFolders(string path)
    {
        for (int slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            string folder = path[..slash];
            if (_files.Contains(folder) || (!_folders.TryAdd(folder, folder) && _folders[folder] != folder))
                return false;
        }

        return true;
    }
}
