namespace Backtest.Tests.Commands;

public sealed class RunWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plugin_replaced_while_the_tool_watches_is_run_and_Control_C_ends_with_the_last_runs_exit_code()
    {
        string folder = EntryPlugin.Build(_folder.Combine("plugins.d"), "before", bar: 10);
        string replacement = EntryPlugin.Build(_folder.Combine("new"), "after", bar: 20);
        _folder.Write(EntryPlugin.RunFile);
        using RunningTool tool = new(_folder.Path, "run", "run.yaml", "--watch");
        await tool.SaysAsync("watching");

        string assembly = EntryPlugin.Package + ".dll";
        File.Move(Path.Combine(replacement, assembly), Path.Combine(folder, assembly), overwrite: true);
        IReadOnlyList<string> said = [.. await tool.SaysAsync("; events "), .. await tool.SaysAsync("watching")];
        ToolResult result = await tool.InterruptAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(said, line => line.Contains("changed plugins.d/Acme.Entry/Acme.Entry.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("stays in memory", StringComparison.Ordinal));
        Assert.Equal(2, result.Output.Split("run: ").Length - 1);
    }

    [Fact]
    public void Watch_and_json_do_not_go_together()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--watch", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--watch", (string?)result.Json["error"]!["message"]);
    }
}
