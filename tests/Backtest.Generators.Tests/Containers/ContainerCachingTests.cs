using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>An edit that does not affect a container regenerates nothing.</summary>
public sealed class ContainerCachingTests
{
    [Fact]
    public void Unrelated_file_changes_no_model_and_writes_nothing() =>
        AssertUntouched(ContainerSources.Run().Plus("internal sealed class Unrelated { }"));

    [Fact]
    public void Edit_inside_a_handler_changes_no_model_and_writes_nothing() => AssertUntouched(ContainerSources.Run().With(
        1, ContainerSources.Edit("IFillEvents fills) { }", "IFillEvents fills) { fills.Emit(default); }")));

    [Fact]
    public void Private_member_of_a_component_changes_no_model_and_writes_nothing() => AssertUntouched(ContainerSources.Run().With(
        1, ContainerSources.Edit("public sealed class Ledger\n{", "public sealed class Ledger\n{ private int _count;")));

    private static void AssertUntouched(GeneratorRun run)
    {
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(run.Reasons["Wiring.Results"]));
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(run.Reasons["Wiring.Models"]));
        Assert.All(run.Reasons["SourceOutput"], reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
