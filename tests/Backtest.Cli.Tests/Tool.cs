using System.Diagnostics;
using System.Text;

namespace Backtest.Tests;

/// <summary>The built tool, run in a separate process as a user runs it.</summary>
internal static class Tool
{
    /// <summary>The program that runs assemblies.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The tool's assembly, copied beside the tests with the plugins bundled with it.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "backtest.dll");

    /// <summary>The folder of test plugins.</summary>
    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "fixtures");

    /// <summary>Built plugins to copy into a folder.</summary>
    public static string Dropped { get; } = Path.Combine(AppContext.BaseDirectory, "dropped");

    /// <summary>Runs a command line in a folder.</summary>
    public static ToolResult Run(string folder, params IEnumerable<string> arguments) => RunWith([], folder, arguments);

    /// <summary>Runs a command line in a folder with some environment variables set.</summary>
    public static ToolResult RunWith(
        IEnumerable<(string Name, string Value)> environment, string folder, params IEnumerable<string> arguments)
    {
        using Process process = Start(environment, folder, [Host, Assembly, .. arguments]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts a program in a folder, with a separate user profile.</summary>
    public static Process Start(
        IEnumerable<(string Name, string Value)> environment, string folder, IReadOnlyList<string> command)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["BACKTEST_HOME"] = Path.Combine(folder, "home");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
