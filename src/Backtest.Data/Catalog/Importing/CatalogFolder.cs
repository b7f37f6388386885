using System.Text.Json;
using Backtest.Data.Calendars;

namespace Backtest.Data.Catalog.Importing;

/// <summary>
/// A catalog locked for writing. A series is written in a hidden folder; its files then move next to the existing ones, and its new index replaces
/// the old one by a rename, which makes the change atomic. So no series is ever missing, and after an interrupted import each series is complete:
/// either new or unchanged.
/// </summary>
internal sealed class CatalogFolder : IDisposable
{
    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Locks a catalog, creates it if it does not exist, and cleans up after an interrupted import.</summary>
    /// <exception cref="InputException">It cannot be written, another import is using it, or the folder is something else.</exception>
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

    /// <summary>Creates the empty folder that a series is written to.</summary>
    public string Stage(string symbol, Timeframe timeframe)
    {
        string staging = CatalogLayout.SeriesFolder(Staging, symbol, timeframe);
        Guard(staging, () => Directory.CreateDirectory(staging));
        return staging;
    }

    /// <summary>The folder of a series.</summary>
    public string Place(string symbol, Timeframe timeframe) => CatalogLayout.SeriesFolder(_root, symbol, timeframe);

    /// <summary>Moves the series in a staging folder into place.</summary>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public void Commit(string symbol, Timeframe timeframe)
    {
        string place = Place(symbol, timeframe);
        string staged = CatalogLayout.SeriesFolder(Staging, symbol, timeframe);
        Guard(place, () =>
        {
            Directory.CreateDirectory(place);
            foreach (string file in Directory.GetFiles(staged, CatalogLayout.BarFiles))
                File.Move(file, Path.Combine(place, Path.GetFileName(file)), overwrite: true);
            File.Move(Path.Combine(staged, CatalogLayout.IndexFile), Path.Combine(place, CatalogLayout.IndexFile), overwrite: true);
            Directory.Delete(staged);
            Tidy(place);
        });
    }

    /// <summary>Stores a source's own calendar.</summary>
    /// <returns>The name of its file.</returns>
    /// <exception cref="InputException">The catalog cannot be written.</exception>
    public string Keep(CalendarTable table)
    {
        string name = "";
        Guard(_root, () => name = CatalogCalendars.Write(_root, Staging, table));
        return name;
    }

    /// <summary>Writes, and reports a failure as an error with its position.</summary>
    /// <exception cref="InputException">Writing failed.</exception>
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
            CatalogContent.Write(_root, Staging);
            Delete(Staging);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or InputException or JsonException or FormatException)
        {
            // The next import cleans up.
        }

        _lock.Dispose();
    }

    private string Staging => Path.Combine(_root, CatalogLayout.StagingFolder);

    private string Retired => Path.Combine(_root, CatalogLayout.RetiredFolder);

    private static void Prepare(string root)
    {
        if (!BarCatalog.Exists(root) && Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any(path => !IsOurs(path)))
        {
            throw new InputException(new InputError("no_catalog", "the folder is not a catalog and not empty.")
            {
                Position = new SourcePosition(root),
                Fix = "Import to a catalog, an empty folder, or a folder that does not exist yet.",
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
            // Keep the file: a process that opened it before its deletion and one that creates it again would both hold a lock.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
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
                Fix = "Wait until it has finished.",
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

        if (Directory.Exists(Staging))
        {
            foreach (string place in CatalogContent.SeriesFolders(_root))
                Tidy(place);
        }

        Delete(Staging);
        Delete(Retired);
        if (!BarCatalog.Exists(_root))
            CatalogContent.Write(_root, Staging);
    }

    /// <summary>Deletes files of bars that the index of a series does not name, left by an earlier or an interrupted import.</summary>
    private static void Tidy(string place)
    {
        HashSet<string> kept = File.Exists(Path.Combine(place, CatalogLayout.IndexFile))
            ? [.. SeriesIndex.Read(place).Files.Select(file => file.Name)]
            : [];
        foreach (string file in Directory.GetFiles(place, CatalogLayout.BarFiles).Where(file => !kept.Contains(Path.GetFileName(file))))
            File.Delete(file);
    }

    /// <summary>Moves a replaced series back, unless another has taken its place.</summary>
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
