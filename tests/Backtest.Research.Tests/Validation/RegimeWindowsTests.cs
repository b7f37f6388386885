using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;
using Backtest.Tests.Experiments;

namespace Backtest.Tests.Validation;

/// <summary>In each window, the search is repeated for each regime, and the trading after it switches by regime.</summary>
public sealed class RegimeWindowsTests
{
    private const string Windows =
        "validation: {type: walk_forward, mode: by_regime, classifier: hmm, minimum_trades: 1, train: {days: 300}, test: {days: 150}}";

    [Fact]
    public async Task In_each_regime_the_best_on_its_days_is_traded()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Classified(Windows), workers: 2, cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        SearchPlan plan = Sweep.Plan(Sweep.Classified(Windows));
        Assert.Equal(2, summary.Windows.Count);
        Assert.Equal("hmm", summary.Classifier);
        foreach (WindowResult window in summary.Windows)
        {
            Dictionary<SearchPoint, (RunMetrics Metrics, RegimeReturnsRecorder Returns)> runs = await TrialsAsync(plan, window);
            Assert.Equal(33, window.Trials);
            Assert.Equal(["bear", "bull"], window.Regimes!.Select(regime => regime.Regime).Order());
            foreach (WindowRegimeResult regime in window.Regimes!)
            {
                (SearchPoint Point, double? Sharpe)[] able =
                [
                    .. runs.Where(run => run.Value.Metrics.Regimes["hmm"][regime.Regime].Trades >= 1 && run.Value.Returns.In(regime.Regime).Count >= 30)
                        .Select(run => (run.Key, run.Value.Returns.Measure(regime.Regime)!.Sharpe)).OrderByDescending(run => run.Sharpe),
                ];
                Assert.Equal(able.Length == 0 ? null : plan.ValuesOf(able[0].Point).ToJsonString(), regime.Parameters?.ToJsonString());
                Assert.Equal(able.Length == 0 ? null : able[0].Sharpe, regime.Inside);
            }
        }

        Assert.Contains(summary.Windows.SelectMany(window => window.Regimes!.Where(regime => regime.Parameters is { } own
            && own.ToJsonString() != window.Parameters.ToJsonString())), _ => true);
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Equal(22, ledger.CountOf($"{result.Family}, windows"));
    }

    [Fact]
    public async Task Positions_carried_are_one_run_that_switches_by_date_and_in_it_by_regime()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Classified(Windows), cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        StoredRun run = StoredRun.Open(Path.Combine(result.Folder, "best", "walk-forward"));
        StrategyConfig strategy = RunFile.Parse(run.Manifest.Config.ToJsonString(), "walk-forward.json").Classifiers[0].Portfolios[0].Strategies[0];

        Assert.Equal(summary.Windows.Select(window => window.TestFrom), strategy.ByDate!.Select(dated => dated.From));
        Assert.Equal(
            summary.Windows.Select(window => string.Join(", ", window.Regimes!.Where(regime => regime.Parameters is { } own
                && own.ToJsonString() != window.Parameters.ToJsonString()).Select(regime => $"{regime.Regime} {Values(regime.Parameters!)}"))),
            strategy.ByDate!.Select(dated => string.Join(", ", (dated.ByRegime ?? []).Select(regime => $"{regime.Regime} {Values(regime.Parameters)}"))));

        static string Values(object parameters) => parameters switch
        {
            ParameterMap map => $"{((ParameterScalar)map["fast"]!).Text}/{((ParameterScalar)map["slow"]!).Text}",
            System.Text.Json.Nodes.JsonObject json => $"{json["fast"]}/{json["slow"]}",
            _ => "",
        };
    }

    [Fact]
    public async Task The_same_again_more_workers_and_an_interruption_say_the_same()
    {
        string text = Sweep.Classified($"{Windows[..^1]}, positions: close}}").Replace("{type: grid}", "{type: tpe, trials: 6, seed: 3, batch: 3}", StringComparison.Ordinal);
        using Sweep one = new();
        using Sweep many = new();
        using Sweep interrupted = new();
        ExperimentResult first = await one.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult others = await many.RunAsync(text, workers: 4, cancellation: TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = new();
        ExperimentResult cut = await interrupted.RunAsync(text, progress: new StopAfter(stop, trials: 12), cancellation: stop.Token);
        ExperimentResult goesOn = await interrupted.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        string expected = first.Validation!.ToJson().ToJsonString();
        Assert.True(cut.IsInterrupted);
        Assert.Equal(expected, others.Validation!.ToJson().ToJsonString());
        Assert.Equal(expected, goesOn.Validation!.ToJson().ToJsonString());
    }

    [Fact]
    public async Task Regimes_with_too_few_trades_go_by_what_was_best_in_the_whole_window()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(
            Sweep.Classified(Windows.Replace("minimum_trades: 1", "minimum_trades: 200", StringComparison.Ordinal)), cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        Assert.All(summary.Windows.SelectMany(window => window.Regimes!), regime => Assert.Null(regime.Parameters));
        Assert.Contains(summary.Notes, note => note.StartsWith("4 of 4 searches in a regime found no trial with 200 trades", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("classifier: hmm", "classifier: vix", "validation.classifier: there is no classifier 'vix'")]
    [InlineData(", classifier: hmm", "", "validation.classifier: 'classifier' is missing")]
    [InlineData("mode: by_regime", "mode: anchored", "validation.classifier: 'classifier' is for a search in each regime")]
    [InlineData("    reference: ACME\n", "", "validation.classifier: 'hmm' has a regime for each symbol")]
    [InlineData("path: portfolios.main.strategies.cross.parameters.slow, values: [8, 16, 30]", "path: portfolios.main.capital, values: [9, 1000]", "validation.mode: parameters cannot switch by regime")]
    [InlineData("best: 2", "objective: {metric: profit_factor}", "search.objective.metric: 'profit_factor' is not available by regime")]
    [InlineData("best: 2", "objective: {in: hmm.bull}", "search.objective.in: the objective is already that of the regime 'hmm.bull'")]
    public async Task What_cannot_be_done_is_told(string found, string instead, string error)
    {
        using Sweep sweep = new();
        string text = Sweep.Classified($"{Windows[..^1]}, positions: close}}").Replace(found, instead, StringComparison.Ordinal);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(error, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Every trial of the grid in a window, executed on its own.</summary>
    private static async Task<Dictionary<SearchPoint, (RunMetrics Metrics, RegimeReturnsRecorder Returns)>> TrialsAsync(SearchPlan plan, WindowResult window)
    {
        var runs = new Dictionary<SearchPoint, (RunMetrics, RegimeReturnsRecorder)>();
        foreach (double fast in (double[])[2, 4, 6, 8])
        {
            foreach (int slow in (int[])[0, 1, 2])
            {
                if (fast >= new[] { 8, 16, 30 }[slow])
                    continue;
                WorkflowConfig config = plan.ConfigOf(new SearchPoint(fast, slow));
                config = config with { TradeFrom = window.TrainFrom, Data = [config.Data[0] with { End = window.TrainTo }] };
                var metrics = new MetricsRecorder();
                var returns = new RegimeReturnsRecorder("hmm", portfolio: null);
                await new Coordinator(new WorkflowManagerFactory(new Data.BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
                    config, new RunOptions { Recorder = new RecorderGroup(metrics, returns) }, TestContext.Current.CancellationToken);
                runs.Add(new SearchPoint(fast, slow), (metrics.Metrics!, returns));
            }
        }

        return runs;
    }
}
