using System.Globalization;

namespace Backtest.Research;

/// <summary>
/// A file that is there, and locked, while a worker is at an experiment. The system frees the lock however the worker ends, so that what one of
/// this machine had claimed is free at once when it was killed, and not only when its lease is over.
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

    /// <summary>The worker's name, which no other has.</summary>
    public string Worker { get; }

    /// <summary>Whether another worker is at the experiment.</summary>
    public bool HasCompany => IsAnyHeld(Path.GetDirectoryName(_file)!, but: _file);

    /// <summary>Frees what dead workers had claimed, and leaves the mark of a new one.</summary>
    /// <param name="folder">The folder of the marks; made where it is missing.</param>
    /// <param name="ledger">Where claims are.</param>
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

    /// <summary>Whether a worker is at an experiment.</summary>
    /// <param name="folder">The folder of the marks; it need not be there.</param>
    public static bool IsAnyHeld(string folder) => IsAnyHeld(folder, but: null);

    /// <summary>Whether a worker is, or was, one of this machine.</summary>
    public static bool IsOfThisMachine(string worker) => worker.StartsWith(Machine, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        File.Delete(_file);
    }

    private static FileStream Lock(string file)
    {
        // Where a file is created first and then locked, it gets its name after that: others would take it for the mark of a dead worker.
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
