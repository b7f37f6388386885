namespace Backtest.Data.Catalog.Importing;

/// <summary>
/// A catalog held for writing. A series is written in a hidden folder and takes its place by being renamed; what it displaces is in another
/// hidden folder meanwhile. Whatever moment an import is cut off at, the next one finds each series whole: new or as it was.
/// </summary>
internal sealed class CatalogFolder : IDisposable
{
    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Takes hold of a catalog, makes it where there is none, and ends what an import before did not.</summary>
    /// <exception cref="InputException">It cannot be written, another import is at it, or the folder is something else.</exception>
    public CatalogFolder(string root)
    {
        _root = root;
        Guard(root, () => Prepare(root));
        _lock = Lock(root);
        try
        {
            Guard(root, Recover);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Makes the folder a series is written in, empty.</summary>
    public string Stage(string symbol, Timeframe timeframe)
    {
        string staging = CatalogLayout.SeriesFolder(Staging, symbol, timeframe);
        Guard(staging, () => Directory.CreateDirectory(staging));
        return staging;
    }

    /// <summary>Where a series belongs.</summary>
    public string Place(string symbol, Timeframe timeframe) => CatalogLayout.SeriesFolder(_root, symbol, timeframe);

    /// <summary>Puts the series of a staging folder in its place.</summary>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public void Commit(string symbol, Timeframe timeframe)
    {
        string place = Place(symbol, timeframe);
        string retired = CatalogLayout.SeriesFolder(Retired, symbol, timeframe);
        Guard(place, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (Directory.Exists(place))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(retired)!);
                Directory.Move(place, retired);
            }

            Directory.Move(CatalogLayout.SeriesFolder(Staging, symbol, timeframe), place);
            Delete(retired);
        });
    }

    /// <summary>Writes, and tells what goes wrong as an error with its place.</summary>
    /// <exception cref="InputException">It went wrong.</exception>
    public static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CatalogErrors.Unwritable(path, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Delete(Staging);
            Delete(Retired);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next import tidies up.
        }

        _lock.Dispose();
    }

    private string Staging => Path.Combine(_root, CatalogLayout.StagingFolder);

    private string Retired => Path.Combine(_root, CatalogLayout.RetiredFolder);

    private static void Prepare(string root)
    {
        if (!BarCatalog.Exists(root) && Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any(path => !IsOurs(path)))
        {
            throw new InputException(new InputError("no_catalog", "the folder is no catalog, and it is not empty.")
            {
                Position = new SourcePosition(root),
                Fix = "Import to a catalog, to an empty folder, or to one that is not there yet.",
            });
        }

        Directory.CreateDirectory(root);
    }

    private static bool IsOurs(string path) =>
        Path.GetFileName(path) is CatalogLayout.LockFile or CatalogLayout.StagingFolder or CatalogLayout.RetiredFolder;

    private static FileStream Lock(string root)
    {
        string path = Path.Combine(root, CatalogLayout.LockFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CatalogErrors.Unwritable(root, exception);
        }
        catch (IOException)
        {
            throw new InputException(new InputError("busy_catalog", "another import is writing to this catalog.")
            {
                Position = new SourcePosition(root),
                Fix = "Wait for it to end.",
            });
        }
    }

    private void Recover()
    {
        if (Directory.Exists(Retired))
        {
            foreach (string retired in Directory.EnumerateFiles(Retired, CatalogLayout.IndexFile, SearchOption.AllDirectories))
                PutBack(Path.GetRelativePath(Retired, Path.GetDirectoryName(retired)!));
        }

        Delete(Staging);
        Delete(Retired);
        string file = Path.Combine(_root, CatalogLayout.CatalogFile);
        if (File.Exists(file))
            return;
        string written = Path.Combine(Directory.CreateDirectory(Staging).FullName, CatalogLayout.CatalogFile);
        File.WriteAllText(written, $"{{\n  \"{CatalogLayout.FormatKey}\": {CatalogLayout.Format}\n}}\n");
        File.Move(written, file);
    }

    /// <summary>What was displaced takes its place again where nothing else has taken it.</summary>
    private void PutBack(string folder)
    {
        string place = Path.Combine(_root, folder);
        if (!Directory.Exists(place))
            Directory.Move(Path.Combine(Retired, folder), place);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
