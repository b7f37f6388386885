using Backtest.Research;

namespace Backtest.Tests.Steps;

public sealed class ResearchPlanTests
{
    private const string Discover = "one: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}}}\n";

    [Fact]
    public void Steps_are_made_after_those_they_go_on_from()
    {
        ResearchPlan plan = Research.Plan(Research.Text("validate: {type: holdout, after: [regimes]}\nregimes: {type: regimes, after: [one], classifier: hmm}\n" + Discover));

        Assert.Equal(["one", "regimes", "validate"], plan.Steps.Select(step => step.Name));
    }

    [Theory]
    [InlineData(Discover + "regimes: {type: regimes, after: [one, regimes], classifier: hmm}", "step_after_itself", "steps.regimes.after")]
    [InlineData(Discover + "regimes: {type: regimes, after: [won], classifier: hmm}", "unknown_step", "steps.regimes.after")]
    [InlineData("a: {type: holdout, after: [b]}\nb: {type: holdout, after: [c]}\nc: {type: holdout, after: [b]}", "cyclic_steps", "steps.b.after")]
    [InlineData(Discover + "regimes: {type: regimes, classifier: hmm}", "missing_step", "steps.regimes.after")]
    [InlineData("validate: {type: holdout}", "missing_step", "steps.validate.after")]
    [InlineData(Discover + "regimes: {type: regimes, after: [one], classifier: hhm}", "unknown_classifier", "steps.regimes.classifier")]
    [InlineData(Discover + "regimes: {type: regime, after: [one]}", "unknown_value", "steps.regimes.type")]
    [InlineData(Discover + "regimes: {type: regimes, after: [one], classifier: hmm, states: [3]}", "invalid_value", "steps.regimes.states")]
    [InlineData(Discover + "regimes: {type: regimes, after: [one], classifier: hmm, states: [2, 2]}", "invalid_value", "steps.regimes.states")]
    [InlineData(Discover + "ensemble: {type: ensemble, after: [one], weights: {step: 0.3}}", "invalid_value", "steps.ensemble.weights.step")]
    [InlineData(Discover + "ensemble: {type: ensemble, after: [one], sum: 3, weights: {step: 0.5}}", "too_few_strategies", "steps.ensemble")]
    [InlineData(
        "one: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long]}}}}", "too_few_trials",
        "steps.one.search.parameters")]
    [InlineData(
        "one: {type: search, search: {method: {trials: 1}, parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}}}",
        "too_few_trials", "steps.one.search.method.trials")]
    [InlineData(
        "one: {type: search, search: {parameters: {side: {path: portfolios.main.capital, values: [1000, 2000]}}}}\nregimes: {type: regimes, after: [one], classifier: hmm}",
        "several_strategies", "steps.regimes.after")]
    public void What_is_wrong_with_steps_is_told_before_anything_runs(string steps, string code, string key)
    {
        InputError error = Research.Error(Research.Text(steps));

        Assert.Equal((code, key), (error.Code, error.Key));
        Assert.True(error.Position.Line > 0);
        Assert.False(string.IsNullOrEmpty(error.Fix));
    }

    [Fact]
    public void A_step_on_days_held_out_needs_some() =>
        Assert.Equal("missing_key", Research.Error(Research.Text(Discover + "validate: {type: holdout, after: [one]}", more: "")).Code);

    [Fact]
    public void Steps_and_their_workflow_need_each_other()
    {
        Assert.Equal("misplaced_key", Research.Error(Research.Text().Replace("workflow: research", "workflow: backtest", StringComparison.Ordinal)).Code);
        Assert.Equal("missing_key", Research.Error(Research.Text("")).Code);
    }

    [Fact]
    public async Task A_holdout_behind_the_data_is_refused()
    {
        using Research research = new();
        InputException refused = await Assert.ThrowsAsync<InputException>(() => research.RunAsync(Research.Text(more: "holdout: {from: 2030-01-01}")));

        Assert.Equal("holdout_after_data", refused.Errors[0].Code);
    }
}
