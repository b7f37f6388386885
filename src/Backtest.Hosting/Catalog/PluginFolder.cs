namespace Backtest.Hosting;

/// <summary>A location of package folders: <c>&lt;path&gt;/&lt;package&gt;/&lt;package&gt;.dll</c>.</summary>
/// <param name="Path">The folder's absolute path.</param>
/// <param name="Origin">Where it was named, as text for display, such as <c>--plugins</c>.</param>
/// <param name="MustExist">Whether it is an error if the folder does not exist, because a user named it.</param>
public sealed record PluginFolder(string Path, string Origin, bool MustExist)
{
    /// <summary>The path of the lock file for the packages in it, whether or not the file exists; <see langword="null"/> if it has none.</summary>
    public string? LockFile { get; init; }

    /// <summary>Whether its packages come with the tool, whose version then pins them.</summary>
    public bool IsBundled { get; init; }

    /// <summary>The package folders in it, in ordinal order; folders whose names begin with a dot are ignored.</summary>
    /// <exception cref="IOException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the folder is denied.</exception>
    internal IReadOnlyList<string> PackageDirectories() =>
        [.. Directory.EnumerateDirectories(Path)
            .Where(directory => !System.IO.Path.GetFileName(directory).StartsWith('.'))
            .OrderBy(System.IO.Path.GetFileName, StringComparer.Ordinal)];
}
