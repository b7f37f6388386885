namespace Backtest.Tests;

public sealed class PluginSnapshotTests
{
    [Fact]
    public void Strategy() => VerifyClean(Sources.Strategy);

    [Fact]
    public void Strategy_of_several_timeframes() => VerifyClean(Sources.Timeframes);

    [Fact]
    public void UniverseStrategy() => VerifyClean(Sources.UniverseStrategy);

    [Fact]
    public void Classifier() => VerifyClean(Sources.Classifier);

    [Fact]
    public void RiskManager() => VerifyClean(Sources.RiskManager);

    [Fact]
    public void BarSource() => VerifyClean(Sources.BarSource);

    [Fact]
    public void Class_with_errors_keeps_its_indicator_properties()
    {
        GeneratorRun run = GeneratorRun.On(Sources.Strategy.Replace("\"sma-cross\"", "\"SmaCross\"", StringComparison.Ordinal));
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text);
    }

    private static void VerifyClean(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        GeneratorRun run = GeneratorRun.On(source);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text, method: method);
    }
}
