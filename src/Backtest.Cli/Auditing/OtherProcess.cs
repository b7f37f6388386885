using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Cli.Commands;
using Backtest.Cli.Composition;

namespace Backtest.Cli.Auditing;

/// <summary>Repeats the run in another process, in another time zone, where hashed strings have another order.</summary>
internal sealed class OtherProcess(RunFileRequest request)
{
    /// <summary>The hashes in the form the other process prints.</summary>
    public static JsonObject Write(IReadOnlyDictionary<string, string> hashes) =>
        new(hashes.Select(hash => KeyValuePair.Create(hash.Key, (JsonNode?)hash.Value)));

    /// <summary>Executes the run.</summary>
    /// <returns>The hash of each container, by its path, or null if the process could not be started or failed.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> HashAsync(CancellationToken cancellation)
    {
        try
        {
            using Process? process = Process.Start(Command());
            if (process is null)
                return null;
            using CancellationTokenRegistration stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string text = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            await errors;
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == ExitCode.Done && JsonNode.Parse(text) is JsonObject hashes
                ? hashes.ToDictionary(hash => hash.Key, hash => hash.Value!.GetValue<string>())
                : null;
        }
        catch (Exception exception) when (exception is Win32Exception or JsonException or IOException)
        {
            return null;
        }
    }

    private ProcessStartInfo Command()
    {
        string program = Environment.ProcessPath ?? "backtest";
        // If it runs as an assembly, the tool is the first argument of the host.
        string[] tool = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        ProcessStartInfo start = new(
            program,
            [
                .. tool, "audit", request.File, AuditCommand.HashesOption,
                .. request.Overrides.SelectMany(change => (string[])["--set", change]),
                .. request.PluginFolders.SelectMany(folder => (string[])["--plugins", folder]),
                .. request.IsLocked ? ["--locked"] : Array.Empty<string>(),
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = TimeZoneInfo.Local.BaseUtcOffset > TimeSpan.Zero ? "Pacific/Honolulu" : "Pacific/Kiritimati";
        return start;
    }
}
