using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Backtest.Tests;

/// <summary>Runs commands as on a newcomer's machine: without restored packages or a user's own plugins.</summary>
internal sealed class Shell(string home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly StringBuilder _transcript = new();

    /// <summary>Every command so far with its exit code and the time it took.</summary>
    public string Transcript => _transcript.ToString();

    /// <summary>Runs a command line in a folder and waits for its end.</summary>
    public async Task<Step> Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(home, "packages");
        start.Environment["BACKTEST_HOME"] = Path.Combine(home, "backtest");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The test runner passes its own settings to the processes it starts.
        foreach (string name in start.Environment.Keys.Where(IsOfTheRunner).ToList())
            start.Environment.Remove(name);

        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        using CancellationTokenSource patience = new(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        string command = string.Join(' ', [Path.GetFileNameWithoutExtension(program), .. arguments]);
        Step step = new(command, process.ExitCode, await output + await error, watch.Elapsed);
        _transcript.AppendLine(
            CultureInfo.InvariantCulture, $"{step.Elapsed.TotalSeconds,6:0.0} s  exit {step.ExitCode}  {command}");
        return step;
    }

    private static bool IsOfTheRunner(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && name is not "MSBUILDDISABLENODEREUSE"
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
