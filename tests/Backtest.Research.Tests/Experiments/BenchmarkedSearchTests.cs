using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests.Experiments;

public sealed class BenchmarkedSearchTests : IDisposable
{
    private readonly Sweep _sweep = new();

    [Fact]
    public async Task A_figure_beside_the_benchmark_is_an_objective()
    {
        ExperimentResult result = await RunAsync(Objective("information_ratio"));

        Assert.Equal("information_ratio", Assert.Single(result.Goals).Name);
        Assert.Equal(result.Ranked[0].Objectives[0], result.Ranked[0].Metric("information_ratio"));
        Assert.All(result.Ranked, trial => Assert.NotNull(trial.Metric("beta")));
    }

    [Fact]
    public async Task Superior_ability_is_tested_against_the_benchmark()
    {
        ExperimentResult plain = await RunAsync(Sweep.Text());
        ExperimentResult result = await RunAsync(Objective("sharpe"));

        Assert.Equal("ACME", result.Significance!.SuperiorAbility!.Against);
        Assert.NotEqual(plain.Significance!.SuperiorAbility!.Consistent, result.Significance.SuperiorAbility.Consistent);
        Assert.Contains(result.Findings, finding => finding.Contains("compared with ACME", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_benchmark_bears_on_no_trade_so_the_trials_are_the_same_and_count_once()
    {
        ExperimentResult plain = await RunAsync(Sweep.Text());
        ExperimentResult result = await RunAsync(Objective("sharpe"));

        Assert.NotEqual(plain.Id, result.Id);
        Assert.Equal(plain.FamilyTrials, result.FamilyTrials);
        Assert.Equal(plain.Trials.Select(trial => trial.EventHash), result.Trials.Select(trial => trial.EventHash));
    }

    [Fact]
    public async Task The_best_runs_have_the_figures_too()
    {
        ExperimentResult result = await RunAsync(Objective("sharpe"));

        StoredRun best = StoredRun.Open(Path.Combine(result.Folder, "best", "1"));
        Assert.Equal(result.Ranked[0].Metric("alpha"), best.Metrics!.Total.Benchmark!.Alpha);
    }

    [Fact]
    public void A_figure_beside_a_benchmark_needs_one()
    {
        string text = Sweep.Text().Replace("  best: 2", "  objective: {metric: beta}\n  best: 2", StringComparison.Ordinal);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => Sweep.Plan(text)).Errors);
        Assert.Equal(("missing_benchmark", "search.objective.metric"), (error.Code, error.Key));
    }

    [Theory]
    [InlineData("ACMEE", "unknown_benchmark", "ACME")]
    [InlineData("missing.csv", "unknown_benchmark", "run folder")]
    public void A_benchmark_that_is_not_there_is_an_error_before_anything_runs(string name, string code, string hint)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(
            () => Sweep.Experiment(Sweep.Text(more: $"benchmark: {name}")).Check(TestContext.Current.CancellationToken)).Errors);

        Assert.Equal((code, "benchmark"), (error.Code, error.Key));
        Assert.Contains(hint, error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_by_day_and_one_of_another_time_is_an_error()
    {
        string file = Path.Combine(_sweep.Folder, "index.csv");
        File.WriteAllText(file, "date,open,high,low,close\n2000-01-03,10,11,9,10\n2000-01-04,10,12,9,11\n2000-01-05,11,12,9,12\n");
        WorkflowConfig config = RunFileTree.Parse(Sweep.Text(more: $"benchmark: {file}"), "averages.yaml").Read();

        Benchmark benchmark = BenchmarkReader.Read(config, new BarSources(), TestContext.Current.CancellationToken)!;
        Assert.True(benchmark.IsPrice);
        Assert.Equal([10, 11, 12], benchmark.Days.Select(day => day.Equity));
        Assert.Equal(new DateOnly(2000, 1, 3), benchmark.Days[0].Day);

        InputException exception = Assert.Throws<InputException>(
            () => BenchmarkReader.Read(config with { TradeFrom = new DateOnly(2001, 1, 1) }, new BarSources(), TestContext.Current.CancellationToken));
        Assert.Equal("benchmark_without_days", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public void A_mistyped_symbol_is_not_taken_for_a_file_that_names_none()
    {
        File.WriteAllText(Path.Combine(_sweep.Folder, "prices.csv"), "date,open,high,low,close\n2000-01-03,10,11,9,10\n2000-01-04,10,12,9,11\n");
        string text = Sweep.Text(more: "benchmark: SPY").Replace(
            "{source: synthetic, symbols: [ACME], bars: 400, timeframe: 1d}", $"{{path: {_sweep.Folder}/prices.csv, symbols: [SPX]}}", StringComparison.Ordinal);
        WorkflowConfig config = RunFileTree.Parse(text, "averages.yaml").Read();

        InputError error = Assert.Single(Assert.Throws<InputException>(
            () => BenchmarkReader.Read(config, new BarSources(), TestContext.Current.CancellationToken)).Errors);
        Assert.Equal("unknown_benchmark", error.Code);
        Assert.Equal(2, BenchmarkReader.Read(config with { Benchmark = "SPX" }, new BarSources(), TestContext.Current.CancellationToken)!.Days.Count);
    }

    [Fact]
    public async Task A_run_folder_is_a_benchmark_by_its_total()
    {
        ExperimentResult result = await RunAsync(Sweep.Text());
        string best = Path.Combine(result.Folder, "best", "1");
        WorkflowConfig config = RunFileTree.Parse(Sweep.Text(more: $"benchmark: {best}"), "averages.yaml").Read();

        Benchmark benchmark = BenchmarkReader.Read(config, new BarSources(), TestContext.Current.CancellationToken)!;

        Assert.False(benchmark.IsPrice);
        Assert.Equal((double)StoredRun.Open(best).Metrics!.Total.FinalEquity, benchmark.Days[^1].Equity, 1e-6);
        Assert.Equal(benchmark.Days.Select(day => day.Day).Distinct(), benchmark.Days.Select(day => day.Day));
    }

    private static string Objective(string metric) =>
        Sweep.Text(more: "benchmark: ACME").Replace("  best: 2", $"  objective: {{metric: {metric}}}\n  best: 2", StringComparison.Ordinal);

    private Task<ExperimentResult> RunAsync(string text) => _sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => _sweep.Dispose();
}
