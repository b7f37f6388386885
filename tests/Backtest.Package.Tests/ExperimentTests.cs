using Backtest.Research;

namespace Backtest.Tests;

/// <summary>Experiments from C#.</summary>
public sealed class ExperimentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_best_trial_is_the_run_with_its_values()
    {
        ExperimentResult result = Load().Execute(cancellation: TestContext.Current.CancellationToken);

        Assert.False(result.IsInterrupted);
        TrialResult best = result.Ranked[0];
        RunResult run = BacktestRun.Load(Sample.FirstRun)
            .With("portfolios.main.strategies.sma-cross.name", "cross")
            .With("portfolios.main.strategies.cross.parameters", new { fast = (int)best.Parameters["fast"]!, slow = (int)best.Parameters["slow"]! })
            .Execute(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(best.EventHash, run.EventStreamHash);
        Assert.True(File.Exists(Path.Combine(result.Folder, "trials.parquet")));
    }

    [Fact]
    public void What_was_done_is_not_done_again()
    {
        ExperimentResult first = Load().Execute(cancellation: TestContext.Current.CancellationToken);
        ExperimentResult again = Load().Execute(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(first.Trials.Count, first.Run);
        Assert.Equal(0, again.Run);
        Assert.Equal(first.Ranked.Select(trial => trial.EventHash), again.Ranked.Select(trial => trial.EventHash));
    }

    [Fact]
    public void A_run_file_without_a_search_is_no_experiment() =>
        Assert.Equal("missing_key", Assert.Throws<InputException>(() => Experiment.Load(Sample.FirstRun)).Errors[0].Code);

    public void Dispose() => _folder.Dispose();

    private BacktestExperiment Load() => Experiment.Load(Sample.Sweep, "search.parameters.slow.step=60")
        .With("ledger.connection", _folder.Combine("ledger.db"))
        .With("search.parameters.fast.step", 15)
        .SaveTo(_folder.Combine("experiments"));
}
