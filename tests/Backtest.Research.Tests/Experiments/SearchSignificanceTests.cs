using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Tests.Experiments;

public sealed class SearchSignificanceTests : IDisposable
{
    private readonly Sweep _sweep = new();

    [Fact]
    public async Task A_search_deflates_its_winner_by_all_trials_of_the_family()
    {
        ExperimentResult first = await RunAsync();
        ExperimentResult second = await RunAsync(Sweep.Text().Replace("bars: 400", "bars: 500", StringComparison.Ordinal));

        Assert.Equal((11, 22), (first.Significance!.Trials, second.Significance!.Trials));
        Assert.Equal(11, first.Significance.Compared);
        Assert.Equal(second.FamilyTrials, second.Significance.Trials);
        Assert.True(first.Significance.Deflated.Probability < first.Significance.ProbabilisticSharpe);
        Assert.Equal(first.Ranked[0].Number, first.Significance.Winner);
    }

    [Fact]
    public async Task The_ratio_of_a_period_is_that_of_the_metrics_unscaled()
    {
        ExperimentResult result = await RunAsync(Sweep.Text(more: "metrics: {risk_free_rate: 0.02}"));

        Significance significance = result.Significance!;
        Assert.Equal(365, significance.PeriodsPerYear);
        Assert.Equal(result.Ranked[0].Metric("sharpe")!.Value, significance.Estimate.Sharpe * Math.Sqrt(365), 1e-9);
    }

    [Fact]
    public async Task The_document_and_a_repeated_search_have_the_same_judgement()
    {
        ExperimentResult first = await RunAsync();
        ExperimentResult again = await RunAsync();
        string document = await File.ReadAllTextAsync(Path.Combine(first.Folder, "experiment.json"), TestContext.Current.CancellationToken);

        string expected = SignificanceJson.ToNode(first.Significance!).ToJsonString();
        Assert.Equal(expected, SignificanceJson.ToNode(again.Significance!).ToJsonString());
        Assert.Equal(expected, JsonNode.Parse(document)!["significance"]!.ToJsonString());
        Assert.Equal(first.Findings, again.Findings);
    }

    [Fact]
    public async Task Workers_do_not_show_in_it()
    {
        using var other = new Sweep();
        ExperimentResult one = await RunAsync();
        ExperimentResult three = await other.RunAsync(workers: 3, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(SignificanceJson.ToNode(one.Significance!).ToJsonString(), SignificanceJson.ToNode(three.Significance!).ToJsonString());
    }

    [Fact]
    public async Task A_grid_has_overfitting_and_superior_ability_without_a_note()
    {
        Significance significance = (await RunAsync()).Significance!;

        Assert.Equal(12_870, significance.Overfitting!.Splits);
        Assert.Equal(12_870, significance.Overfitting.Logits.Sum(logit => logit.Splits));
        Assert.InRange(significance.SuperiorAbility!.Consistent, significance.SuperiorAbility.Lower, significance.SuperiorAbility.Upper);
        Assert.Empty(significance.Notes);
    }

    [Fact]
    public async Task Trials_of_an_adaptive_method_are_not_exchangeable()
    {
        ExperimentResult result = await RunAsync(Sweep.Text("{type: tpe, trials: 30, batch: 4}"));

        Assert.NotNull(result.Significance!.Overfitting);
        Assert.Contains("trials are not exchangeable", Assert.Single(result.Significance.Notes), StringComparison.Ordinal);
        Assert.Contains(result.Findings, finding => finding.Contains("trials are not exchangeable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_that_pruned_has_neither_overfitting_nor_superior_ability()
    {
        ExperimentResult result = await RunAsync(Sweep.Text("{type: halving, trials: 11}"));

        Assert.Contains(result.Trials, trial => trial.Status == TrialStatus.Pruned);
        Assert.Null(result.Significance!.Overfitting);
        Assert.Null(result.Significance.SuperiorAbility);
        Assert.Contains("ends trials early", result.Significance.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_trial_is_judged_against_zero_alone()
    {
        ExperimentResult result = await RunAsync(Sweep.Text("{type: random, trials: 1}"));

        Significance significance = result.Significance!;
        Assert.Equal(significance.ProbabilisticSharpe, significance.Deflated.Probability);
        Assert.Null(significance.Overfitting);
        Assert.Null(significance.DeflatedByEffectiveTrials);
        Assert.Contains("only one trial", significance.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_is_said_with_what_it_cannot_say()
    {
        IReadOnlyList<string> findings = (await RunAsync()).Findings;

        foreach (string figure in new[] { "deflated Sharpe", "probabilistic Sharpe", "probability of overfitting", "superior predictive ability", "false discovery rate" })
            Assert.Single(findings, finding => finding.StartsWith(figure, StringComparison.Ordinal));
    }

    private Task<ExperimentResult> RunAsync(string? text = null) => _sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => _sweep.Dispose();
}
