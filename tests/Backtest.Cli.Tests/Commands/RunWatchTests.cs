using System.Diagnostics;

namespace Backtest.Tests.Commands;

public sealed class RunWatchTests : IDisposable
{
    private const int Minute = 60_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Minute)]
    public async Task A_plugin_replaced_while_the_tool_watches_is_run_and_Control_C_ends_with_the_last_runs_exit_code()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sending Ctrl-C to one process needs a console of its own there.");
        string folder = EntryPlugin.Build(_folder.Combine("plugins.d"), "before", bar: 10);
        string replacement = EntryPlugin.Build(_folder.Combine("new"), "after", bar: 20);
        _folder.Write(EntryPlugin.RunFile);
        using Process process = Tool.Start(_folder.Path, "run", "run.yaml", "--watch");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        List<string> said = [];
        await ReadUntil(process, "watching", said);

        string assembly = EntryPlugin.Package + ".dll";
        File.Move(Path.Combine(replacement, assembly), Path.Combine(folder, assembly), overwrite: true);
        await ReadUntil(process, "; events ", said);
        await ReadUntil(process, "watching", said);
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains(said, line => line.Contains("changed plugins.d/Acme.Entry/Acme.Entry.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("stays in memory", StringComparison.Ordinal));
        Assert.Equal(2, (await output).Split("run: ").Length - 1);
    }

    [Fact]
    public void Watch_and_json_do_not_go_together()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--watch", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--watch", (string?)result.Json["error"]!["message"]);
    }

    private static async Task ReadUntil(Process process, string text, List<string> said)
    {
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The tool ended without saying '{text}': {string.Join('\n', said)}");
    }
}
