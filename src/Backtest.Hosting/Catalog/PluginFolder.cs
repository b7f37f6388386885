namespace Backtest.Hosting;

/// <summary>A place plugin folders lie in: <c>&lt;path&gt;/&lt;package&gt;/&lt;package&gt;.dll</c>.</summary>
/// <param name="Path">The folder's absolute path.</param>
/// <param name="Origin">Who names it, in words for people, such as <c>--plugins</c>.</param>
/// <param name="MustExist">Whether it is an error that it is not there: someone wrote its name.</param>
public sealed record PluginFolder(string Path, string Origin, bool MustExist)
{
    /// <summary>The lock file that binds the packages in it, there or not; <see langword="null"/>: none may.</summary>
    public string? LockFile { get; init; }

    /// <summary>Whether its packages come with the tool, whose version pins them.</summary>
    public bool IsBundled { get; init; }
}
