using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>Errors in a search are reported before the first trial, with their line and a fix.</summary>
public sealed class SearchPlanTests
{
    [Theory]
    [InlineData("step: 2", "step: 0", "invalid_value", "the step is 0")]
    [InlineData("from: 2, to: 8", "from: 9, to: 8", "invalid_value", "below the lower bound")]
    [InlineData("from: 2, to: 8, step: 2", "from: 0, to: 8, log: true", "invalid_value", "ratios need bounds above zero")]
    [InlineData("values: [8, 16, 30]", "values: []", "empty_list", "no value")]
    [InlineData("values: [8, 16, 30]", "values: [8], from: 2", "misplaced_key", "'from' cannot be combined with 'values'")]
    [InlineData("values: [8, 16, 30]", "from: 2", "missing_key", "'to' is missing")]
    [InlineData("parameters.slow", "parameters.fast", "duplicate_path", "set the same value")]
    [InlineData("parameters.slow, ", "parameters, ", "duplicate_path", "one contains the other")]
    [InlineData("cross.parameters.fast", "crss.parameters.fast", "bad_override", "no item 'crss'")]
    [InlineData("fast < slow", "fast > slow + 100", "impossible_constraints", "meets the constraints")]
    [InlineData("fast < slow", "fast < slwo", "unknown_name", "'slwo' is not a searched parameter")]
    [InlineData("fast < slow", "fast <", "bad_constraint", "cannot be read")]
    [InlineData("fast < slow", "fast + slow", "bad_constraint", "not true or false")]
    [InlineData("    fast: {", "    sharpe: {", "reserved_name", "the name of a results column")]
    [InlineData("    fast: {", "    fa-st: {", "bad_name", "not a name for a searched parameter")]
    [InlineData("best: 2", "objective: {metric: sharp}", "unknown_metric", "there is no metric 'sharp'")]
    [InlineData("best: 2", "objective: {of: mian}", "unknown_portfolio", "there is no portfolio 'mian'")]
    [InlineData("best: 2", "objective: {metric: cagr, annualized: false}", "invalid_value", "not annualized")]
    [InlineData("best: 2", "objective: {penalties: [{metric: trades}]}", "missing_key", "needs a bound")]
    [InlineData("workflow: sweep", "workflow: backtest", "misplaced_key", "a key of workflow: sweep")]
    public void Nonsense_is_refused(string text, string nonsense, string code, string message)
    {
        string file = Sweep.Text();
        Assert.Contains(text, file, StringComparison.Ordinal);
        InputError error = Assert.Throws<InputException>(() =>
        {
            SearchPlan plan = Sweep.Plan(file.Replace(text, nonsense, StringComparison.Ordinal));
            plan.ConfigOf(new SearchPoint(plan.Space.Dimensions.Select(dimension => dimension.From)));
        }).Errors[0];
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.True(error.Position.Line > 0 || code == "misplaced_key" || code == "missing_key", $"no line: {error}");
        Assert.NotNull(error.Fix);
    }

    [Fact]
    public void A_search_needs_to_be_there()
    {
        string text = Sweep.Text();
        InputError error = Assert.Throws<InputException>(() => Sweep.Plan(text[..text.IndexOf("search:", StringComparison.Ordinal)])).Errors[0];
        Assert.Equal("missing_key", error.Code);
    }

    [Fact]
    public void A_whole_sub_tree_may_be_searched()
    {
        SearchPlan plan = Sweep.Plan(Sweep.Text().Replace(
            "    slow: {path: portfolios.main.strategies.cross.parameters.slow, values: [8, 16, 30]}",
            "    sizer: {path: portfolios.main.risk.parameters.sizer, values: [{type: fixed_value, value: 10000}, {type: percent_equity, value: 0.1}]}",
            StringComparison.Ordinal).Replace("fast < slow", "fast < 7", StringComparison.Ordinal));
        Assert.True(plan.Space.Dimensions[1].IsChoice);
        string json = plan.ValuesOf(new SearchPoint(2, 1)).ToJsonString();
        Assert.Equal("""{"fast":2,"sizer":{"type":"percent_equity","value":0.1}}""", json);
        Assert.Contains("0.1", Configuration.ConfigJson.Write(plan.ConfigOf(new SearchPoint(2, 1))).ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>The windows of a validation are searched concurrently with the same plan.</summary>
    [Fact]
    public void Constraints_judge_each_point_by_its_own_values_no_matter_how_many_threads_ask()
    {
        SearchPlan plan = Sweep.Plan();
        SearchPoint allowed = new(2, 2);
        SearchPoint refused = new(8, 0);
        int wrong = 0;
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            if (plan.Space.Allows(i % 2 == 0 ? allowed : refused) != (i % 2 == 0))
                Interlocked.Increment(ref wrong);
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Steps_of_tenths_are_exact()
    {
        SearchPlan plan = Sweep.Plan(Sweep.Text().Replace("from: 2, to: 8, step: 2", "from: 0.1, to: 0.5, step: 0.1", StringComparison.Ordinal));
        Assert.Equal(
            ["0.1", "0.2", "0.3", "0.4", "0.5"],
            Enumerable.Range(0, 5).Select(level => plan.Parameters[0].Json(plan.Space.Dimensions[0].At(level))!.ToJsonString()));
    }

    [Theory]
    [InlineData("sharp", "Did you mean 'sharpe'")]
    [InlineData("returns", "Did you mean 'total_return', 'geometric_annual_return' or 'benchmark_return'?")]
    [InlineData("maxDrawdown", "Did you mean 'max_drawdown', ")]
    [InlineData("luck", "The user guide lists all metrics under Metrics")]
    public void A_metric_there_is_none_of_is_answered_by_the_nearest_few(string written, string advice)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(
            () => Sweep.Plan(Sweep.Text().Replace("best: 2", $"objective: {{metric: {written}}}", StringComparison.Ordinal))).Errors);
        Assert.Equal("unknown_metric", error.Code);
        Assert.StartsWith(advice, error.Fix, StringComparison.Ordinal);
        Assert.InRange(error.Fix!.Length, 1, 250);
    }
}
