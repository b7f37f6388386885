using System.ComponentModel;
using System.Diagnostics;

namespace Backtest.Cli.Projects;

/// <summary>The templates of plugin projects that come with the tool, used through <c>dotnet new</c>.</summary>
/// <param name="folder">The folder of the templates.</param>
internal sealed class ProjectTemplates(string folder)
{
    private const string ShortNamePrefix = "backtest-";

    /// <summary>The kinds of projects: the kinds of plugins, most common first, and a solution of several.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "strategy", "classifier", "risk-manager", "indicator", "bar-source", "container", "search-method", "price-path", "order-matching",
        "slippage-model", "commission-model", "account", "solution",
    ];

    /// <summary>Writes a project.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">Its validated name.</param>
    /// <param name="target">The folder to write to.</param>
    /// <param name="cancellation">Cancels <c>dotnet new</c>.</param>
    /// <exception cref="InputException">There is no .NET SDK, or it failed.</exception>
    public async Task WriteAsync(string kind, string name, string target, CancellationToken cancellation)
    {
        // Use a separate hive: the user's installed templates are neither seen nor changed, and concurrent runs do not conflict.
        DirectoryInfo hive = Directory.CreateTempSubdirectory("backtest-new-");
        try
        {
            await RunAsync(hive, ["new", "install", Path.Combine(folder, kind)], cancellation);
            await RunAsync(hive, ["new", ShortNamePrefix + kind, "--name", name, "--output", target, "--no-update-check"], cancellation);
        }
        finally
        {
            hive.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(DirectoryInfo hive, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // The working folder prevents a global.json of the user from choosing an SDK.
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [.. arguments, "--debug:custom-hive", hive.FullName])
        {
            WorkingDirectory = hive.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Start(start);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw NoSdk($"'dotnet new' failed: {(await error + await output).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw NoSdk($"'{start.FileName}' cannot be started: {exception.Message}");
        }
    }

    private static InputException NoSdk(string message) =>
        new(new InputError("no_sdk", message) { Fix = "Check that the .NET 10 SDK is installed and that the command 'dotnet' runs it." });
}
