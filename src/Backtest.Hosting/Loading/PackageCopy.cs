namespace Backtest.Hosting;

/// <summary>
/// Creates the copy of a package folder that is loaded. The copy is read again before any of its code runs, because the files may have been replaced
/// or only half-written since they were listed.
/// </summary>
internal static class PackageCopy
{
    /// <summary>Copies a package.</summary>
    /// <param name="package">The package as listed.</param>
    /// <param name="copy">The folder to create.</param>
    /// <exception cref="InputException">The folder no longer exists.</exception>
    /// <exception cref="IOException">A file cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    public static void Make(PluginPackage package, string copy)
    {
        // An earlier attempt may have left an incomplete copy.
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

    /// <summary>Checks that a copy is what was listed, and complete.</summary>
    /// <exception cref="InputException">The copy differs or is incomplete.</exception>
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
