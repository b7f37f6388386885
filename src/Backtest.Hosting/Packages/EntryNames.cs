using System.Text;

namespace Backtest.Hosting;

/// <summary>The paths of an archive's files so far: no two may be one path where case or composition of letters does not count.</summary>
internal sealed class EntryNames
{
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a file's safe path.</summary>
    /// <returns>Whether it collides with none before it.</returns>
    public bool TryAddFile(string path)
    {
        string name = path.Normalize(NormalizationForm.FormC);
        return TryAddFolders(path) && !_folders.ContainsKey(name) && _files.Add(name);
    }

    private bool TryAddFolders(string path)
    {
        for (int slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            string folder = path[..slash];
            string name = folder.Normalize(NormalizationForm.FormC);
            if (_files.Contains(name))
                return false;
            if (!_folders.TryAdd(name, folder) && _folders[name] != folder)
                return false;
        }

        return true;
    }
}
