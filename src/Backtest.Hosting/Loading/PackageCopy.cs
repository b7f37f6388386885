namespace Backtest.Hosting;

/// <summary>
/// The copy of a plugin folder that is loaded. The copy is read again before anything of it runs: what was listed may have been replaced
/// or been half-written.
/// </summary>
internal static class PackageCopy
{
    /// <summary>Copies a package.</summary>
    /// <param name="package">The package as it was listed.</param>
    /// <param name="copy">The folder to make.</param>
    /// <exception cref="InputException">The folder has gone.</exception>
    /// <exception cref="IOException">A file cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be copied.</exception>
    public static void Make(PluginPackage package, string copy)
    {
        // An earlier try may have left half a copy.
        if (Directory.Exists(copy))
            Directory.Delete(copy, recursive: true);
        try
        {
            PackageContent.Copy(package.Directory, copy);
        }
        catch (IOException exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new InputException(PackageProblem.Gone(package));
        }
    }

    /// <summary>Looks at a copy: whether it is what was listed, and whole.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static void Check(PluginPackage package, string copy)
    {
        PluginPackage copied = PackageReader.Read(copy, package.Place);
        if (copied.Problems.Count > 0)
            throw new InputException([.. copied.Problems.Select(problem => problem with { Position = Original(problem.Position, package, copy) })]);
        if (!copied.Plugins.SequenceEqual(package.Plugins))
            throw new InputException(PackageProblem.Changed(package));
        InputError[] damaged =
        [
            .. PackageContent.Files(copy).Where(file => !BinaryFile.IsWhole(Path.Combine(copy, file)))
                .Select(file => PackageProblem.CutShort(package, file)),
        ];
        if (damaged.Length > 0)
            throw new InputException(damaged);
    }

    private static SourcePosition Original(SourcePosition position, PluginPackage package, string copy) =>
        new(package.Directory + position.File![copy.Length..]);
}
