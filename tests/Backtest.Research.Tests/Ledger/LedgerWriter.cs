using System.Diagnostics;
using System.Globalization;

namespace Backtest.Tests;

/// <summary>The fixture's worker, which runs in its own process.</summary>
internal static class LedgerWriter
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "Backtest.Fixtures.LedgerWriter.dll");

    /// <summary>Lets the worker record batches endlessly, and kills it after some of them.</summary>
    /// <returns>The number of trials it reported as stored.</returns>
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

    /// <summary>Lets the worker record batches until a disk of a few megabytes is full, or skips the test if such a disk cannot be mounted.</summary>
    /// <returns>The lines it printed. A copy of the ledger is in the folder of the same name with the suffix -copy.</returns>
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
