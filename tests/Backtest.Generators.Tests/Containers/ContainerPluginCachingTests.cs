using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>An edit that does not affect a container plugin regenerates nothing.</summary>
public sealed class ContainerPluginCachingTests
{
    [Fact]
    public void Unrelated_file_changes_no_model_and_writes_nothing() =>
        AssertUntouched(ContainerPluginSources.Run().Plus("internal sealed class Unrelated { }"));

    [Fact]
    public void Edit_inside_a_method_body_changes_no_model_and_writes_nothing() => AssertUntouched(
        ContainerPluginSources.Run().With(0, ContainerSources.Edit("ISignals signals) { }", "ISignals signals) { signals.Exit(); }")));

    [Fact]
    public void New_default_writes_the_plugin_again_and_not_the_wiring()
    {
        GeneratorRun run = ContainerPluginSources.Run().With(1, ContainerSources.Edit("= 1;", "= 2;"));
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons["Plugin.Models"]);
        Assert.All(run.Reasons["Wiring.Models"], AssertOld);
    }

    [Fact]
    public void New_handler_writes_both_again()
    {
        GeneratorRun run = ContainerPluginSources.Run().With(0, ContainerSources.Edit(
            "class Votes\n{", "class Votes\n{ public void OnRegime(in RegimeEvent regime) { }"));
        Assert.Empty(run.CompilerComplaints);
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons["Wiring.Models"]);
    }

    private static void AssertUntouched(GeneratorRun run)
    {
        Assert.All(run.Reasons["Plugin.Models"], AssertOld);
        Assert.All(run.Reasons["Wiring.Models"], AssertOld);
        Assert.All(run.Reasons["SourceOutput"], reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertOld(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"The step was {reason}.");
}
