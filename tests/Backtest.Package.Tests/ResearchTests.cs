using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Research in phases, Monte Carlo and ablation from C#.</summary>
public sealed class ResearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_a_step_arrives_at_are_values_of_the_run_and_its_figures_are_typed()
    {
        ResearchResult result = Load().Execute(cancellation: Cancellation);

        Assert.False(result.IsInterrupted);
        Assert.Equal(["trend", "validate"], result.Steps.Select(step => step.Name));
        SearchFigures search = result.Step("trend").Search!;
        Assert.Equal(3, search.Trials);
        Assert.Null(result.Step("trend").Holdout);
        HoldoutFigures holdout = result.Step("validate").Holdout!;
        var run = StoredRun.Open(holdout.Run);
        Assert.Equal(
            (int)search.Parameters["fast"]!,
            (int)run.Manifest.Config["classifiers"]![0]!["portfolios"]![0]!["strategies"]![0]!["parameters"]!["fast"]!);
        BacktestRun found = result.Step("trend").Sets.Aggregate(
            BacktestRun.Load(Sample.Research, "workflow=backtest", "steps=null", "holdout=null"), (own, set) => own.With(set.Key, set.Value));
        Assert.Equal(search.Parameters["fast"]!.ToJsonString(), ConfigJson.Write(found.Config.Classifiers[0].Portfolios[0].Strategies[0].Parameters)!["fast"]!.ToJsonString());
        Assert.Equal(("SPX", 1L), (holdout.Benchmark, holdout.Holdout.Looks));
        Assert.All(Load().Execute(cancellation: Cancellation).Steps, step => Assert.True(step.WasDone));
        Assert.Throws<KeyNotFoundException>(() => result.Step("ensemble"));
    }

    [Fact]
    public void A_run_that_was_saved_is_tried_and_its_folder_has_what_came_of_it()
    {
        RunResult run = BacktestRun.Load(Sample.FirstRun).SaveTo(_folder.Combine("runs")).Execute(cancellation: Cancellation);
        var asked = new MonteCarloConfig { Methods = ["returns", "delays"], Repetitions = 50, Delays = [1] };
        MonteCarloReport report = MonteCarlo.Of(run, asked).OnThreads(2).Execute(cancellation: Cancellation);

        Assert.Equal((double)run.FinalEquity, report.Methods[0].FinalEquity!.Run!.Value, 1e-6);
        RunResult later = BacktestRun.Load(Sample.FirstRun, "execution.latency=1 bar").Execute(cancellation: Cancellation);
        Assert.Equal((double)later.FinalEquity, report.Methods[1].Steps[1].FinalEquity, 1e-6);
        Assert.NotNull(MonteCarloFiles.Find(StoredRun.Open(run.Folder!)));
        Assert.Equal("no_run", Assert.Throws<InputException>(() => MonteCarlo.Of(later)).Errors[0].Code);
    }

    [Fact]
    public void What_a_part_adds_is_the_run_less_that_without_it()
    {
        AblationReport report = Ablation.Load(Sample.FirstRun).Execute(Cancellation);

        RunResult run = BacktestRun.Load(Sample.FirstRun).Execute(cancellation: Cancellation);
        Assert.Equal(run.Metrics.Total.TotalReturn!.Value, report.Whole.TotalReturn, 1e-9);
        AblationEffect strategy = Assert.Single(report.Parts, part => part.Kind == "strategy"); // the only part: without it, the capital is idle
        Assert.Equal(report.Whole.TotalReturn, strategy.TotalReturn!.Value, 1e-12);
    }

    public void Dispose() => _folder.Dispose();

    private BacktestResearch Load() => ResearchRun.Load(Sample.Research, "holdout.from=2018-01-01")
        .With("steps", new
        {
            trend = new
            {
                type = "search",
                search = new
                {
                    parameters = new { fast = new { path = "portfolios.main.strategies.cross.parameters.fast", values = new[] { 20, 40, 60 } } },
                    best = 0,
                },
            },
            validate = new { type = "holdout", after = new[] { "trend" } },
        })
        .With("ledger.connection", _folder.Combine("ledger.db"))
        .SaveTo(_folder.Combine("experiments"));
}
