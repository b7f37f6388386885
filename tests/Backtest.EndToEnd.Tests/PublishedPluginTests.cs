namespace Backtest.Tests;

/// <summary>A plugin from its template to another user's run.</summary>
public sealed class PublishedPluginTests(Journey journey, ITestOutputHelper output) : IClassFixture<Journey>
{
    [Fact]
    public void Every_project_packs()
    {
        journey["pack"].Succeeded();
        output.WriteLine(journey.Transcript);
    }

    [Fact]
    public void The_tool_installs_from_its_package() => journey["install the tool"].Succeeded();

    [Fact]
    public void A_new_strategy_passes_its_own_tests()
    {
        journey["new"].Succeeded();
        Assert.Contains("failed: 0", journey["test"].Succeeded().Output);
    }

    [Fact]
    public void A_new_strategy_runs_where_it_was_made() => journey["run in the new project"].Succeeded();

    [Fact]
    public void A_packed_strategy_installs_from_a_feed_and_runs()
    {
        journey["pack 1.0.0"].Succeeded();
        Assert.Contains("1.0.0", journey["install"].Succeeded().Output);
        journey["run"].Succeeded();
    }

    [Fact]
    public void An_update_takes_the_newest_version()
    {
        journey["pack 1.1.0"].Succeeded();
        Assert.Contains("1.1.0", journey["update"].Succeeded().Output);
        journey["run the update"].Succeeded();
    }

    [Fact]
    public void An_installed_strategy_keeps_the_rules_of_plugins() => journey["verify"].Succeeded();

    [Fact]
    public void A_run_refuses_a_file_that_was_tampered_with_and_says_how_to_mend_it()
    {
        Step run = journey["run what was tampered with"];

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("backtest plugins install", run.Output);
    }

    [Fact]
    public void Installing_again_mends_it()
    {
        journey["install again"].Succeeded();
        journey["run what was mended"].Succeeded();
    }

    [Fact]
    public void A_removed_plugin_is_gone()
    {
        journey["remove"].Succeeded();
        Assert.Equal(2, journey["run without it"].ExitCode);
    }
}
