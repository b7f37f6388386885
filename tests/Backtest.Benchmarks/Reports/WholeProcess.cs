using System.Diagnostics;

namespace Backtest.Benchmarks;

/// <summary>Runs the built tool from start to exit. Where it is not built, that is said and nothing is measured.</summary>
internal static class WholeProcess
{
    private const int Rounds = 3;

    private const string FiftyInstruments = """
        workflow: backtest
        name: fifty
        data:
          source: synthetic
          symbols: [{0}]
          timeframe: 1m
          bars: 98280
          drift: 0
          volatility: 0.001
        portfolios:
          - name: main
            capital: 1000000000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 100}}}
            strategies:
              - {name: cross, type: sma-cross, parameters: {fast: 10, slow: 30, average: ema}}
        execution: {commission: {type: percent, value: 0.001}}
        """;

    /// <summary>Measures a small run and fifty instruments with a year of minutes each, and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        string root = Root();
        string tool = Path.Combine(root, "src", "Backtest.Cli", "bin", "Release", "net10.0", "backtest.dll");
        if (!File.Exists(tool))
        {
            await output.WriteLineAsync("whole process: not measured; build src/Backtest.Cli in Release first");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("backtest-").FullName;
        try
        {
            string fifty = Path.Combine(folder, "fifty.yaml");
            string symbols = string.Join(", ", Enumerable.Range(0, 50).Select(index => $"S{index:00}"));
            await File.WriteAllTextAsync(fifty, FiftyInstruments.Replace("{0}", symbols, StringComparison.Ordinal));
            await Print(output, "a small run (<= 0.6 s, <= 100 MB)", tool, Path.Combine(root, "samples", "hierarchy.yaml"), folder);
            await Print(output, "50 instruments, 4,914,000 bars (<= 2 s, <= 300 MB)", tool, fifty, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Print(TextWriter output, string name, string tool, string file, string folder)
    {
        var runs = new List<(double Seconds, long Peak)>();
        for (int round = 0; round < Rounds; round++)
            runs.Add(await Run(tool, file, folder));
        runs.Sort();
        (double seconds, long peak) = runs[Rounds / 2];
        await output.WriteLineAsync(FormattableString.Invariant($"{name}: {seconds:F2} s, {peak / 1e6:F0} MB"));
    }

    private static async Task<(double Seconds, long Peak)> Run(string tool, string file, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "run", file, "--output", folder, "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> shown = process.StandardOutput.ReadToEndAsync();
        Task<string> said = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(10)))
            peak = Math.Max(peak, PeakOf(process));

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await shown;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"the tool failed on {file}: {await said}");
        return (seconds, peak);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended while it was asked.
            return 0;
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("this program is not in its repository");
    }
}
