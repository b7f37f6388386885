namespace Backtest.Tests;

public sealed class ContainerPluginSnapshotTests
{
    [Fact]
    public void Wiring() => Snapshot.Verify(Sound().Files.Single(file => !IsPlugin(file)).SourceText.ToString());

    [Fact]
    public void Plugin() => Snapshot.Verify(Sound().Files.Single(IsPlugin).SourceText.ToString());

    [Fact]
    public void Plugin_whose_flow_is_wrong_is_not_listed()
    {
        GeneratorRun run = ContainerPluginSources.Run(ContainerSources.Edit("public void OnSignal(in SignalEvent signal) { }", ""));
        Assert.DoesNotContain(run.Files, file => file.SourceText.ToString().Contains("[assembly:", StringComparison.Ordinal));
        Assert.Empty(run.CompilerComplaints);
    }

    private static GeneratorRun Sound()
    {
        GeneratorRun run = ContainerPluginSources.Run();
        Assert.Empty(run.CompilerComplaints);
        return run;
    }

    private static bool IsPlugin(Microsoft.CodeAnalysis.GeneratedSourceResult file) =>
        file.SourceText.ToString().Contains("[assembly:", StringComparison.Ordinal);
}
