namespace Backtest.Tests.Commands;

/// <summary>A strategy in one package reads an indicator in another by its id.</summary>
public sealed class IndicatorPluginTests : IDisposable
{
    private const string Run = """
        name: reader
        data: {source: synthetic, symbols: [AAA], bars: 50}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies: [{type: reader, parameters: {indicator: INDICATOR}}]
        output: {directory: out, tables: csv}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("middle")]
    [InlineData("Backtest.Fixtures.Middle/middle")]
    public void It_is_found_by_its_id_and_by_that_of_its_package(string indicator)
    {
        _folder.Write(Run.Replace("INDICATOR", indicator, StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--plugins", Tool.Dropped);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Matches("[1-9][0-9]* fills", result.Output);
    }

    [Fact]
    public void One_that_is_not_there_is_an_error_of_the_input_that_names_those_there_are()
    {
        _folder.Write(Run.Replace("INDICATOR", "midle", StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--plugins", Tool.Dropped);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no indicator 'midle'", result.Error, StringComparison.Ordinal);
        Assert.Contains("Available: middle", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_listed_with_its_kind_and_its_parameters()
    {
        Assert.Matches(@"indicator\s+middle|middle\s+.*indicator", Tool.Run(_folder.Path, "plugins", "list", "--plugins", Tool.Dropped).Output);

        string info = Tool.Run(_folder.Path, "plugins", "info", "middle", "--plugins", Tool.Dropped).Output;
        Assert.Contains("factor", info, StringComparison.Ordinal);
        Assert.Contains("What it is multiplied by.", info, StringComparison.Ordinal);
    }
}
