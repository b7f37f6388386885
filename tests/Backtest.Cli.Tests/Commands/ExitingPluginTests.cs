namespace Backtest.Tests.Commands;

/// <summary>Plugin code that ends the process while a command runs it.</summary>
public sealed class ExitingPluginTests : IDisposable
{
    private const string Package = "Backtest.Fixtures.Exiting";
    private const string Message = "the process ended before the command finished";

    private const string RunFile = """
        name: exit
        data: {source: synthetic, symbols: [AAA], bars: 50}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies: [{type: exiting}]
        output: {directory: out, tables: csv}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(2)] // would mean that the input is wrong
    [InlineData(130)] // would mean that the run was interrupted
    [InlineData(256)] // the system passes it on as 0
    public void A_run_that_a_plugin_ends_has_failed_whatever_exit_code_the_plugin_asks_for(int code)
    {
        _folder.Drop(Package);
        _folder.Write(RunFile);

        ToolResult result = Tool.Run(
            _folder.Path, "run", "run.yaml", "--set", $"portfolios.main.strategies.exiting.parameters.code={code}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Message, result.Error);
        Assert.Contains("Environment.Exit", result.Error);
        Assert.Empty(result.Output);
        Assert.All(Directory.GetDirectories(_folder.Combine("out")), folder => Assert.StartsWith(".tmp-", Path.GetFileName(folder)));
    }

    [Fact]
    public void With_json_the_end_of_the_process_is_the_error_of_the_document()
    {
        _folder.Drop(Package);
        _folder.Write(RunFile);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.Equal((1, "process_exit"), (result.ExitCode, (string?)result.Json["error"]!["code"]));
    }

    [Fact]
    public void A_watch_ends_with_the_process()
    {
        _folder.Drop(Package);
        _folder.Write(RunFile);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--watch");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Message, result.Error);
    }

    [Fact]
    public void Deep_verification_that_a_plugin_ends_has_failed()
    {
        _folder.Drop(Package);

        ToolResult result = Tool.Run(_folder.Path, "plugins", "verify", "--deep");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Message, result.Error);
    }

    [Fact]
    public void Doctor_that_a_plugin_ends_has_failed()
    {
        new PluginBuilder(_folder.Combine("plugins.d")).Package(
            "Acme.Leaves",
            PluginBuilder.Listing("leaves") + PluginBuilder.Factory("\"leaves\"", "public Factory() => System.Environment.Exit(0);"));

        ToolResult result = Tool.Run(_folder.Path, "doctor", "--plugins", "plugins.d");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Message, result.Error);
    }
}
