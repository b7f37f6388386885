using System.Globalization;

namespace Backtest.Research;

/// <summary>
/// A lock file that exists while a worker executes an experiment. The system releases the lock however the worker ends, so the claims of a killed
/// worker of this machine become free at once, not only when its lease ends.
/// </summary>
internal sealed class WorkerMark : IDisposable
{
    private const string Extension = ".worker";

    private readonly FileStream _lock;
    private readonly string _file;

    private WorkerMark(FileStream held, string file, string worker)
    {
        _lock = held;
        _file = file;
        Worker = worker;
    }

    /// <summary>The worker's unique name.</summary>
    public string Worker { get; }

    /// <summary>Whether another worker is executing the experiment.</summary>
    public bool HasCompany => IsAnyHeld(Path.GetDirectoryName(_file)!, but: _file);

    /// <summary>Releases the claims of dead workers, and creates the lock file of a new one.</summary>
    /// <param name="folder">The folder of the lock files, created if missing.</param>
    /// <param name="ledger">The ledger with the claims.</param>
    public static WorkerMark Leave(string folder, ITrialLedger ledger)
    {
        Directory.CreateDirectory(folder);
        foreach (string mark in Directory.EnumerateFiles(folder, $"{Machine}*{Extension}"))
        {
            if (IsHeld(mark))
                continue;
            ledger.Release(Path.GetFileNameWithoutExtension(mark));
            File.Delete(mark);
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"{Machine}{Environment.ProcessId}~{Guid.NewGuid():N}");
        string file = Path.Combine(folder, name + Extension);
        return new WorkerMark(Lock(file), file, name);
    }

    /// <summary>Whether any worker is executing an experiment.</summary>
    /// <param name="folder">The folder of the lock files, which may be missing.</param>
    public static bool IsAnyHeld(string folder) => IsAnyHeld(folder, but: null);

    /// <summary>Whether a worker runs, or ran, on this machine.</summary>
    public static bool IsOfThisMachine(string worker) => worker.StartsWith(Machine, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        File.Delete(_file);
    }

    private static FileStream Lock(string file)
    {
        // Where creating and locking a file are separate steps, name it only afterwards: others would take it for that of a dead worker.
        string first = OperatingSystem.IsWindows() ? file : Path.ChangeExtension(file, ".draft");
        var locked = new FileStream(first, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (first != file)
            File.Move(first, file);
        return locked;
    }

    private static string Machine => $"{Environment.MachineName}~";

    private static bool IsAnyHeld(string folder, string? but) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, $"*{Extension}").Any(mark => mark != but && IsHeld(mark));

    private static bool IsHeld(string mark)
    {
        try
        {
            using var free = new FileStream(mark, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
