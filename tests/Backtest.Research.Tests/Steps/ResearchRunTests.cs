using System.Text.Json.Nodes;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Plugins.Pattern;
using Backtest.Research;
using Backtest.Results;
using Backtest.Tests.Experiments;

namespace Backtest.Tests.Steps;

public sealed class ResearchRunTests
{
    [Fact]
    public async Task Parameters_that_are_surely_better_in_a_regime_are_taken_in_it()
    {
        using Research research = new();
        ResearchResult result = await research.RunAsync();

        // Going short pays while the market falls and costs while it rises; over the whole time, one of the two is best.
        JsonObject[] rows = Rows(result, "portfolios.main.strategies.one");
        Assert.Equal(2, rows.Length);
        JsonObject taken = Assert.Single(rows, row => (bool)row["isTaken"]!);
        Assert.InRange((double)taken["adjustedPValue"]!, 0, 0.05);
        Assert.True((double)taken["difference"]! > 0);
        string regime = (string)taken["regime"]!;
        Assert.Equal(regime == "bear" ? "both" : "long", (string)taken["parameters"]!["side"]!);
        JsonNode byRegime = Step(result, "regimes").Sets["portfolios.main.strategies.one.by_regime"]!;
        Assert.Equal((string)taken["parameters"]!["side"]!, (string)byRegime[regime]!["parameters"]!["direction"]!);
    }

    [Fact]
    public async Task Where_no_regime_has_an_edge_the_parameters_found_for_all_of_the_time_hold()
    {
        using Research research = new();
        ResearchResult result = await research.RunAsync(Research.Text(market: Research.Aimless));

        Assert.DoesNotContain(Step(result, "regimes").Figures["regimes"]!.AsArray(), row => (bool)row!["isTaken"]!);
        Assert.DoesNotContain(Step(result, "regimes").Sets, set => set.Key.EndsWith("by_regime", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_regime_with_too_few_trades_is_not_compared()
    {
        using Research research = new();
        ResearchResult result = await research.RunAsync(Research.Text().Replace("minimum_trades: 5", "minimum_trades: 5000", StringComparison.Ordinal));

        Assert.All(Step(result, "regimes").Figures["regimes"]!.AsArray(), row => Assert.Equal("no other trial entered 5000 trades in it", (string?)row!["reason"]));
    }

    [Fact]
    public async Task The_number_of_states_that_predicts_best_holds_from_there_on()
    {
        using Research research = new();
        ResearchResult result = await research.RunAsync(Research.Text(Research.AllSteps.Replace("classifier: hmm", "classifier: hmm, states: [4, 2, 3]", StringComparison.Ordinal)));
        JsonNode states = Step(result, "regimes").Figures["states"]!;
        JsonObject[] rows = [.. states["rows"]!.AsArray().OfType<JsonObject>()];

        // The market has two regimes. By chance, more states may predict it slightly better.
        Assert.Equal((2, 2, 2), ((int)states["byHeldOut"]!, (int)states["byBic"]!, (int)states["chosen"]!));
        Assert.Equal([4, 2, 3], rows.Select(row => (int)row["states"]!));
        Assert.Equal([23, 7, 14], rows.Select(row => (int)row["parameters"]!)); // n² − 1 + 2n
        Assert.All(rows, row => Assert.Equal(250, (int)row["observations"]!)); // its only fit
        Assert.All(rows, row => Assert.Equal(
            ((int)row["parameters"]! * 5.521460917862246) - (2 * (double)row["logLikelihood"]!), (double)row["bic"]!, 9)); // ln 250
        double best = rows.Max(row => (double)row["heldOutLogLikelihood"]!);
        Assert.All(rows, row => Assert.Equal(
            (best - (double)row["heldOutLogLikelihood"]!) / (int)states["bars"]!, (double?)row["belowBest"]?["mean"] ?? 0, 9));
        Assert.All(result.Steps.Skip(2), step => Assert.Equal(2, (int)step.Sets["classifiers.hmm.parameters.states"]!));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("bic", 2)]
    public async Task What_chooses_the_number_of_states_may_be_said(string choose, int? chosen)
    {
        using Research research = new();
        string steps = Research.AllSteps.Replace("classifier: hmm", $"classifier: hmm, states: [2, 3], choose: {choose}", StringComparison.Ordinal);
        ResearchResult result = await research.RunAsync(Research.Text(string.Join('\n', steps.Split('\n').Take(3))));

        Assert.Equal(chosen, result.Step("regimes").Regimes!.States!.Chosen);
        Assert.Equal(chosen, (int?)result.Step("regimes").Sets["classifiers.hmm.parameters.states"]);
    }

    [Fact]
    public void States_are_compared_only_of_a_classifier_that_says_how_likely_bars_are()
    {
        string steps = Research.AllSteps.Replace("classifier: hmm", "classifier: hmm, states: [2, 3]", StringComparison.Ordinal);
        string text = Research.Text(steps).Replace("type: hmm", "type: pattern", StringComparison.Ordinal)
            .Replace("parameters: {states: 2, train: 250, refit: 0}", "parameters: {}", StringComparison.Ordinal);

        Assert.Equal(("no_likelihood", "steps.regimes.states"), Refused(text));
        Assert.Equal(("out_of_range", "classifiers.hmm.parameters.states"), Refused(Research.Text(steps.Replace("[2, 3]", "[2, 9]", StringComparison.Ordinal))));
        Assert.Equal("unknown_regime", Refused(Research.Text(steps).Replace("states: 2,", "states: 3,", StringComparison.Ordinal)
            .Replace("name: one,", "name: one, active_in: [neutral],", StringComparison.Ordinal)).Code);

        static (string Code, string? Key) Refused(string text)
        {
            ResearchRun run = new(Research.Plan(text), new BarSources(), Sweep.Plugins, new PluginSet(typeof(PatternClassifier).Assembly));
            InputError error = Assert.Throws<InputException>(() => run.Check(TestContext.Current.CancellationToken)).Errors[0];
            return (error.Code, error.Key);
        }
    }

    [Fact]
    public async Task Weights_come_to_their_sum_in_each_regime_and_the_best_of_those_tried_is_taken()
    {
        using Research research = new();
        ResearchResult result = await research.RunAsync();

        JsonArray regimes = Step(result, "ensemble").Figures["regimes"]!.AsArray();
        Assert.Equal(["bear", "bull"], regimes.Select(row => (string)row!["regime"]!).Order());
        foreach (JsonObject row in regimes.OfType<JsonObject>())
        {
            Assert.Equal(3, (int)row["tried"]!); // 1 + 0, ½ + ½, 0 + 1
            Assert.Equal(1, row["weights"]!.AsObject().Sum(weight => (double)weight.Value!), 9);
            Assert.True((double)row["sharpe"]! >= (double)row["evenSharpe"]!);
        }

        foreach (string strategy in new[] { "one", "two" })
        {
            JsonNode byRegime = Step(result, "ensemble").Sets[$"portfolios.main.strategies.{strategy}.by_regime"]!;
            Assert.Equal(0.5, (double)byRegime["unknown"]!["weight"]!);
            Assert.NotNull(byRegime["bear"]!["weight"]);
        }
    }

    [Fact]
    public async Task The_run_on_days_held_out_switches_and_is_counted_as_a_look()
    {
        using Research research = new();
        HoldoutFigures figures = (await research.RunAsync()).Step("validate").Holdout!;
        StoredRun run = StoredRun.Open(figures.Run);

        Assert.All(run.Trades, trade => Assert.True(trade.EntryTime >= new DateTime(2003, 6, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.NotEmpty(run.Trades);
        Assert.NotNull(run.Manifest.Config["classifiers"]![0]!["portfolios"]![0]!["strategies"]![0]!["by_regime"]!["bear"]);
        Assert.Equal((1L, "ACME"), (figures.Holdout.Looks, figures.Benchmark));
        Assert.InRange(figures.Difference!.PValue, double.Epsilon, 1);
        Assert.True(figures.Days > 100);
        Assert.Equal(figures.Days + 1, figures.Curve.Count); // the starting day, and one after each return
        Assert.Equal((1 + figures.TotalReturn, 1 + figures.BenchmarkReturn), (figures.Curve[^1].Wealth, figures.Curve[^1].Benchmark));
        EquitySeries total = run.Equity.Total;
        int first = total.Times.IndexOf(total.Times.ToArray().First(time => DateOnly.FromDateTime(time.AddTicks(-1)) == figures.Curve[0].Day));
        Assert.Equal(total.Equity[^1] / total.Equity[first], figures.Curve[^1].Wealth, 9);
    }

    [Fact]
    public async Task Steps_that_are_done_are_not_made_again_until_something_before_them_changes()
    {
        using Research research = new();
        ResearchResult first = await research.RunAsync();
        ResearchResult second = await research.RunAsync();
        ResearchResult other = await research.RunAsync(Research.Text().Replace("step: 0.5", "step: 0.25", StringComparison.Ordinal));
        ResearchResult again = await research.RunAsync(Research.Text().Replace("step: 0.5", "step: 0.25", StringComparison.Ordinal), again: "regimes");

        Assert.DoesNotContain(first.Steps, step => step.WasDone);
        Assert.All(second.Steps, step => Assert.True(step.WasDone));
        Assert.Equal(first.Steps.Select(step => step.ToJson().ToJsonString()), second.Steps.Select(step => step.ToJson().ToJsonString()));
        Assert.Equal([true, true, true, false, false], other.Steps.Select(step => step.WasDone));
        Assert.Equal([true, true, false, true, true], again.Steps.Select(step => step.WasDone));
        Assert.Equal(other.Steps.Select(step => step.ToJson().ToJsonString()), again.Steps.Select(step => step.ToJson().ToJsonString()));
    }

    [Fact]
    public async Task What_was_interrupted_goes_on_where_it_ended()
    {
        using Research research = new();
        using Research whole = new();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ResearchResult cut = await research.RunAsync(done: new Cancel(source), cancellation: source.Token);
        ResearchResult rest = await research.RunAsync();

        Assert.True(cut.IsInterrupted);
        Assert.Equal("one", Assert.Single(cut.Steps).Name);
        Assert.Equal([true, false, false, false, false], rest.Steps.Select(step => step.WasDone));
        Assert.Equal(
            (await whole.RunAsync()).Steps.Select(step => step.Sets.ToJsonString()), rest.Steps.Select(step => step.Sets.ToJsonString()));
    }

    [Fact]
    public async Task Steps_that_arrived_at_different_values_cannot_be_gone_on_from_together()
    {
        using Research research = new();
        const string Steps = """
            one: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}, best: 0}}
            other: {type: search, search: {parameters: {side: {path: portfolios.main.strategies.one.parameters.direction, values: [long, both]}}, objective: {metric: sharpe, direction: minimize}, best: 0}}
            validate: {type: holdout, after: [one, other]}
            """;
        InputException refused = await Assert.ThrowsAsync<InputException>(() => research.RunAsync(Research.Text(Steps)));

        Assert.Equal(("contradicting_steps", "steps.validate.after"), (refused.Errors[0].Code, refused.Errors[0].Key));
    }

    private static StepResult Step(ResearchResult result, string name) => result.Steps.Single(step => step.Name == name);

    private static JsonObject[] Rows(ResearchResult result, string strategy) =>
        [.. Step(result, "regimes").Figures["regimes"]!.AsArray().OfType<JsonObject>().Where(row => (string)row["strategy"]! == strategy)];

    private sealed class Cancel(CancellationTokenSource source) : IProgress<StepResult>
    {
        public void Report(StepResult value) => source.Cancel();
    }
}
