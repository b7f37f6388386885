using System.Diagnostics;

namespace Backtest.Benchmarks;

/// <summary>Runs the built tool from start to exit. If it is not built, this is printed and nothing is measured.</summary>
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

    /// <summary>Measures and prints a small run, fifty instruments with a year of minutes each, and a listing of plugins.</summary>
    public static async Task Print(TextWriter output)
    {
        if (BuiltTool.Folder is not { } built)
        {
            await output.WriteLineAsync("whole process: not measured; build src/Backtest.Cli in Release first");
            return;
        }

        string tool = Path.Combine(built, "backtest.dll");
        string samples = Path.Combine(BuiltTool.Repository, "samples");
        string folder = Directory.CreateTempSubdirectory("backtest-").FullName;
        var plugins = new PluginRun(Path.Combine(built, "plugins"));
        try
        {
            string fifty = Path.Combine(folder, "fifty.yaml");
            string symbols = string.Join(", ", Enumerable.Range(0, 50).Select(index => $"S{index:00}"));
            await File.WriteAllTextAsync(fifty, FiftyInstruments.Replace("{0}", symbols, StringComparison.Ordinal));
            string[] options = ["--output", folder, "--quiet"];
            await Print(output, "a small run (<= 0.6 s, <= 100 MB)", [tool, "run", Path.Combine(samples, "hierarchy.yaml"), .. options]);
            await Print(output, "50 instruments, 4,914,000 bars (<= 2 s, <= 300 MB)", [tool, "run", fifty, .. options]);
            await Print(output, "plugins list, 100 folders (<= 0.15 s)", [tool, "plugins", "list", "--plugins", plugins.Place]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            plugins.DeleteFolders();
        }
    }

    private static async Task Print(TextWriter output, string name, string[] arguments)
    {
        var runs = new List<(double Seconds, long Peak)>();
        for (int round = 0; round < Rounds; round++)
            runs.Add(await Run(arguments));
        runs.Sort();
        (double seconds, long peak) = runs[Rounds / 2];
        await output.WriteLineAsync(FormattableString.Invariant($"{name}: {seconds:F2} s, {peak / 1e6:F0} MB"));
    }

    private static async Task<(double Seconds, long Peak)> Run(string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
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
            throw new InvalidOperationException($"the tool failed on {string.Join(' ', arguments)}: {await said}");
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
            // The process ended during the call.
            return 0;
        }
    }
}
