namespace Backtest.Cli.Projects;

/// <summary>A plugin project to create; it appears complete or not at all.</summary>
/// <param name="Kind">One of <see cref="ProjectTemplates.Kinds"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The full path of its folder.</param>
internal sealed record NewProject(string Kind, string Name, string Folder)
{
    /// <summary>Creates it from the templates and packages that come with the tool.</summary>
    /// <param name="toolDirectory">The folder of the running tool.</param>
    /// <param name="cancellation">Cancels the operation; nothing is left behind.</param>
    /// <returns>The number of framework packages in its feed.</returns>
    /// <exception cref="InputException">The name or the folder cannot be used.</exception>
    public async Task<int> CreateAsync(string toolDirectory, CancellationToken cancellation)
    {
        ProjectName.Check(Name);
        RefuseWhatIsThere();
        try
        {
            return await CreateThroughDraftAsync(toolDirectory, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("folder", $"'{Folder}' cannot be created: {exception.Message}")
            {
                Fix = "Use --output to name a folder you can write to, on a disk with free space.",
            });
        }
    }

    private void RefuseWhatIsThere()
    {
        if (File.Exists(Folder) || (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any()))
        {
            throw new InputException(new InputError("folder_exists", $"'{Folder}' already exists and is not an empty folder")
            {
                Fix = "Name another folder with --output. Nothing is overwritten.",
            });
        }
    }

    // The draft is created beside the folder, so that it can be moved there in one step.
    private async Task<int> CreateThroughDraftAsync(string toolDirectory, CancellationToken cancellation)
    {
        DirectoryInfo draft = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Folder) ?? Folder, $".{Path.GetRandomFileName()}"));
        try
        {
            await new ProjectTemplates(Path.Combine(toolDirectory, "templates")).WriteAsync(Kind, Name, draft.FullName, cancellation);
            int packages = CopyFeed(Path.Combine(toolDirectory, "feed"), Path.Combine(draft.FullName, "packages"));
            if (Directory.Exists(Folder))
                Directory.Delete(Folder);
            draft.MoveTo(Folder);
            return packages;
        }
        catch
        {
            draft.Delete(recursive: true);
            throw;
        }
    }

    private static int CopyFeed(string feed, string packages)
    {
        if (!Directory.Exists(feed))
            return 0;
        string[] files = Directory.GetFiles(feed, "*.nupkg");
        foreach (string file in files)
            File.Copy(file, Path.Combine(packages, Path.GetFileName(file)));
        return files.Length;
    }
}
