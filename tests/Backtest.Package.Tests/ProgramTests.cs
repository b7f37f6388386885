namespace Backtest.Tests;

/// <summary>Programs of a user who has only the packages.</summary>
public sealed class ProgramTests(Desk desk, ITestOutputHelper output) : IClassFixture<Desk>
{
    [Fact]
    public void The_lines_of_the_guide_build_without_a_warning_and_run()
    {
        output.WriteLine(desk.Transcript);
        output.WriteLine(desk.Guide.Output);
        Step guide = desk.Guide.Succeeded();

        Assert.DoesNotContain("warning", guide.Output, StringComparison.Ordinal);
        Assert.Equal(10, Desk.Blocks.Count);
        Assert.Contains("the end", guide.Output, StringComparison.Ordinal);
        Assert.Matches("first-run: Completed, [1-9][0-9]* trades, sharpe -?[0-9]", guide.Output);
        Assert.Matches("deepest on [0-9]{4}-", guide.Output);
        Assert.Matches("[1-9][0-9]* of [1-9][0-9]* trades by class", guide.Output);
        Assert.Matches("trial [0-9]+: .*\"fast\"", guide.Output);
        Assert.Matches(@"strategies\.cross in bear: .*, p [01]\.", guide.Output);
        Assert.Matches("held out: .*%, SPX .*%, p [01]", guide.Output);
        Assert.Matches("one in twenty ends below [1-9]", guide.Output);
        Assert.Matches("latency 2 bars: -?[0-9]", guide.Output);
        Assert.Matches("strategy main.sma-cross adds -?[0-9]", guide.Output);
        Assert.Matches("[1-9][0-9]* trades of its own", guide.Output);
    }

    [Fact]
    public void A_run_from_the_packages_is_the_run_of_the_repository() => Assert.Contains(
        $"the run: {BacktestRun.Load(Sample.FirstRun).Execute(cancellation: TestContext.Current.CancellationToken).EventStreamHash}",
        desk.Guide.Output,
        StringComparison.Ordinal);

    [Fact]
    public void A_plugin_in_a_project_beside_the_program_is_found_by_package_and_id() =>
        Assert.Matches("by package and id: [1-9][0-9]* trades", desk.Guide.Output);

    [Fact]
    public void A_program_in_one_file_runs_prints_a_table_and_asks_DuckDB()
    {
        output.WriteLine(desk.Explore.Output);
        Step explore = desk.Explore.Succeeded();

        Assert.Matches(@"fast +return +sharpe +drawdown +trades", explore.Output);
        Assert.Matches(@"(?m)^ +50 +.*%.* [0-9]+\s*$", explore.Output);
        Assert.Matches(@"DUCK +[1-9][0-9]* trades", explore.Output);
        Assert.Matches(@"GOOSE +[1-9][0-9]* trades", explore.Output);
        Assert.True(File.Exists(Path.Combine(Assert.Single(desk.ExploredRuns), "manifest.json")));
    }
}
