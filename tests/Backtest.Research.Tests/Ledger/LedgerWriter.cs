using System.Diagnostics;
using System.Globalization;

namespace Backtest.Tests;

/// <summary>The worker of the fixture, a process of its own.</summary>
internal static class LedgerWriter
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "Backtest.Fixtures.LedgerWriter.dll");

    /// <summary>Lets it record batches without an end, and kills it while it does.</summary>
    /// <returns>How many trials it said it had stored.</returns>
    public static async Task<int> KillAfter(string connection, int size, int batches)
    {
        using Process process = Start("dotnet", "exec", Program, connection, size.ToString(CultureInfo.InvariantCulture));
        string? line = null;
        for (int batch = 0; batch < batches; batch++)
            line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return int.Parse(line ?? "", CultureInfo.InvariantCulture);
    }

    /// <summary>Lets it record batches on a disk of a few megabytes until that is full. Skips the test where such a disk cannot be had.</summary>
    /// <returns>The lines it printed. A copy of the ledger is in the folder of the same name with -copy.</returns>
    public static async Task<string[]> FillDisk(string folder)
    {
        const string Mount = "mount -t tmpfs -o size=4m tmpfs \"$0\" || { echo unmounted; exit; }; ";
        using Process process = Start(
            "unshare", "--mount", "--map-root-user", "sh", "-c", Mount + "dotnet exec \"$1\" \"$0/ledger.db\" 100; cp \"$0\"/ledger.db* \"$2\"", folder, Program, folder + "-copy");
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[] lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.SkipWhen(lines is [] or ["unmounted"], "No disk of a few megabytes can be mounted here.");
        return lines;
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
        ?? throw new InvalidOperationException($"{program} did not start.");
}
