using System.Diagnostics;
using System.Globalization;

namespace Backtest.Research;

/// <summary>
/// A file that is there while a worker is at an experiment. What a worker of this machine had claimed that has ended without removing it is free at
/// once, and not only when its lease is over.
/// </summary>
internal sealed class WorkerMark : IDisposable
{
    private const string Extension = ".worker";

    private readonly string _file;

    private WorkerMark(string file, string worker)
    {
        _file = file;
        Worker = worker;
    }

    /// <summary>The worker's name, which no other has.</summary>
    public string Worker { get; }

    /// <summary>Frees what dead workers had claimed, and leaves the mark of a new one.</summary>
    /// <param name="folder">The folder of the marks; made where it is missing.</param>
    /// <param name="ledger">Where claims are.</param>
    public static WorkerMark Leave(string folder, ITrialLedger ledger)
    {
        Directory.CreateDirectory(folder);
        string own = Prefix(Environment.ProcessId);
        foreach (string mark in Directory.EnumerateFiles(folder, $"{Environment.MachineName}~*{Extension}"))
        {
            string worker = Path.GetFileNameWithoutExtension(mark);
            if (worker.StartsWith(own, StringComparison.Ordinal) || IsAlive(worker))
                continue;
            ledger.Release(worker);
            File.Delete(mark);
        }

        string name = $"{own}{Guid.NewGuid():N}";
        string file = Path.Combine(folder, name + Extension);
        File.WriteAllText(file, "");
        return new WorkerMark(file, name);
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);

    private static string Prefix(int process) => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}~{process}~");

    private static bool IsAlive(string worker)
    {
        if (worker.Split('~') is not [_, var number, _] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            return true;
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false; // there is no such process
        }
    }
}
