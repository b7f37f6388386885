using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>The objectives of a search: metrics of a portfolio or regime, with penalties.</summary>
public sealed class ObjectiveTests
{
    private const string Regimes = """
        workflow: sweep
        name: regimes
        data: {source: synthetic, symbols: [ACME], bars: 600, timeframe: 1d}
        classifiers:
          - name: hmm
            type: hmm
            reference: ACME
            parameters: {states: 2, features: [log_return], train: 250, refit: 100}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5}}}
                strategies: [{name: cross, type: sma-cross, parameters: {fast: 3, slow: 10}}]
        search:
          parameters: {fast: {path: portfolios.main.strategies.cross.parameters.fast, values: [2, 4]}}
          best: 0
          objective:
            - {metric: total_return}
            - {metric: total_return, in: hmm.bear}
            - {metric: total_return, in: hmm.bull}
            - {metric: total_return, in: hmm.unknown}
        """;

    [Fact]
    public async Task Returns_by_regime_make_up_the_whole_return()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Regimes, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["total_return", "total_return_hmm_bear", "total_return_hmm_bull", "total_return_hmm_unknown"], result.Goals.Select(goal => goal.Name));
        foreach (TrialResult trial in result.Trials)
        {
            double parts = trial.Objectives.Skip(1).Aggregate(1.0, (product, part) => product * (1 + (part ?? 0)));
            Assert.NotEqual(0, trial.Objectives[0]);
            Assert.Equal(1 + trial.Objectives[0]!.Value, parts, 1e-12);
        }
    }

    [Fact]
    public async Task A_regime_that_is_not_there_is_told_with_those_that_are()
    {
        using Sweep sweep = new();
        InputException exception = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Regimes.Replace("in: hmm.bear", "in: hmm.baer", StringComparison.Ordinal), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("unknown_regime", exception.Errors[0].Code);
        Assert.Contains("bear", exception.Errors[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_penalty_takes_off_what_is_beyond_its_bound()
    {
        (double? plain, double drawdown) = await SharpeAsync("{metric: sharpe}");
        (double? penalized, _) = await SharpeAsync("{metric: sharpe, penalties: [{metric: max_drawdown, above: 0.01, weight: 3}]}");
        Assert.True(drawdown > 0.01);
        Assert.Equal(plain!.Value - (3 * (drawdown - 0.01)), penalized!.Value, 1e-12);
    }

    [Fact]
    public async Task A_figure_of_a_period_is_that_of_a_year_over_the_root_of_its_periods()
    {
        (double? year, _) = await SharpeAsync("{metric: sharpe}");
        (double? day, _) = await SharpeAsync("{metric: sharpe, annualized: false}");
        Assert.Equal(year!.Value / Math.Sqrt(365), day!.Value, 1e-12); // synthetic days include weekends
    }

    [Fact]
    public async Task Trials_with_too_few_trades_or_none_rank_last()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(
            Sweep.Text(more: "  objective: {metric: total_return, minimum_trades: 1000}"), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Ranked);
        Assert.All(result.Trials, trial => Assert.Null(trial.Objectives[0]));
    }

    private static async Task<(double? Sharpe, double Drawdown)> SharpeAsync(string objective)
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: $"  objective: {objective}"), cancellation: TestContext.Current.CancellationToken);
        return (result.Trials[0].Objectives[0], result.Trials[0].Metric("max_drawdown")!.Value);
    }
}
