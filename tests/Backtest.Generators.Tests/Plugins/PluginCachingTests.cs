using Microsoft.CodeAnalysis;

namespace Backtest.Tests;

/// <summary>An edit that does not affect a plugin regenerates nothing.</summary>
public sealed class PluginCachingTests
{
    [Fact]
    public void Unrelated_file_changes_no_model_and_writes_nothing() =>
        AssertUntouched(Start().Plus("internal sealed class Unrelated { }"));

    [Fact]
    public void Edit_inside_a_method_body_changes_no_model_and_writes_nothing() => AssertUntouched(
        Start().With(0, source => source.Replace("Enter(Direction.Long)", "Enter(Direction.Short)", StringComparison.Ordinal)));

    [Fact]
    public void Comment_above_the_class_changes_no_model_and_writes_nothing() =>
        AssertUntouched(Start().With(0, source => $"// moved down\n\n{source}"));

    [Fact]
    public void New_default_changes_the_model_and_writes_again()
    {
        GeneratorRun run = Start().With(0, source => source.Replace("= 10;", "= 11;", StringComparison.Ordinal));
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons["Plugin.Models"]);
        string text = run.Files.Single(file => file.HintName == "Sample.MovingAverageCross.g.cs").SourceText.ToString();
        Assert.Contains("\"default\": 11", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_of_one_plugin_leaves_the_others_alone()
    {
        GeneratorRun run = Start().With(0, source => source.Replace("= 10;", "= 11;", StringComparison.Ordinal));
        Assert.Equal(3, run.Reasons["Plugin.Models"].Length);
        Assert.Single(run.Reasons["Plugin.Models"], reason => reason == IncrementalStepRunReason.Modified);
        Assert.All(run.Reasons["Plugin.Models"].Where(reason => reason != IncrementalStepRunReason.Modified), AssertOld);
    }

    private static GeneratorRun Start() => GeneratorRun.On(
        Sources.Strategy,
        Sources.Classifier.Replace("Sample", "Other", StringComparison.Ordinal),
        Sources.RiskManager.Replace("Sample", "Third", StringComparison.Ordinal));

    private static void AssertUntouched(GeneratorRun run)
    {
        Assert.Equal(3, run.Reasons["Plugin.Models"].Length);
        Assert.All(run.Reasons["Plugin.Models"], AssertOld);
        Assert.All(run.Reasons["SourceOutput"], reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertOld(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"The step was {reason}.");
}
