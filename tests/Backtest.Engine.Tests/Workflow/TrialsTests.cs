using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>Many runs on the same data.</summary>
public sealed class TrialsTests
{
    private static readonly IReadOnlyList<TestBar> Bars = Walk.Bars(seed: 9, count: 50);

    [Fact]
    public void A_classifier_that_says_the_same_is_run_once()
    {
        int asked = 0;
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).UnderClassifier("view", new ScriptedClassifier(Counted, "calm", "wild"));
        IReadOnlyList<TrialOutcome> outcomes = Run(scenario, scenario.Config, WithCapital(scenario.Config, 5), WithCapital(scenario.Config, 7));

        Assert.Equal(Bars.Count, asked);
        Assert.All(outcomes, outcome => Assert.Equal(RunStatus.Completed, outcome.Result!.Status));

        int Counted(long bar)
        {
            asked++;
            return (int)(bar / 10 % 2);
        }
    }

    [Fact]
    public void A_classifier_of_another_seed_is_another()
    {
        int asked = 0;
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).UnderClassifier("view", new ScriptedClassifier(_ => asked++ % 2, "calm", "wild"));
        Run(scenario, scenario.Config, scenario.Config with { Seed = 1 });

        Assert.Equal(2 * Bars.Count, asked);
    }

    [Fact]
    public void A_trial_that_faults_leaves_the_others_alone()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).WithPortfolio("broken", Plan.On((20, _ => throw new InvalidOperationException("broken"))));
        WorkflowConfig whole = scenario.Config with { Portfolios = [scenario.Config.Portfolios[0]] };
        WorkflowConfig broken = scenario.Config with { Portfolios = [scenario.Config.Portfolios[1]] };
        IReadOnlyList<TrialOutcome> outcomes = Run(scenario, broken, whole, broken);

        Assert.Equal(
            [RunStatus.Faulted, RunStatus.Completed, RunStatus.Faulted], outcomes.Select(outcome => outcome.Result!.Status));
    }

    [Fact]
    public void A_fault_that_stops_a_trial_stops_it_alone()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).WithPortfolio("broken", Plan.On((20, _ => throw new InvalidOperationException("broken"))))
            .WithExecution(execution => execution with { StopsOnFault = true });
        IReadOnlyList<TrialOutcome> outcomes = Run(
            scenario,
            scenario.Config with { Portfolios = [scenario.Config.Portfolios[1]] },
            scenario.Config with { Portfolios = [scenario.Config.Portfolios[0]] });

        Assert.Equal([21L, 50L], outcomes.Select(outcome => outcome.Result!.Turns));
    }

    [Fact]
    public void A_trial_that_is_wrong_is_told_and_the_others_are_made()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst);
        IReadOnlyList<TrialOutcome> outcomes = Run(
            scenario, scenario.Config with { Portfolios = [Scenario.PortfolioOf("nobody")] }, scenario.Config, scenario.Config with { Workflow = "dance" });

        Assert.Equal(["unknown_plugin", "unknown_plugin"], outcomes[0].Errors.Select(error => error.Code));
        Assert.NotNull(outcomes[1].Result);
        Assert.Equal("unknown_workflow", Assert.Single(outcomes[2].Errors).Code);
    }

    [Fact]
    public void Trials_in_waves_are_those_made_at_once()
    {
        Scenario scenario = Scenario.Of(Bars, Walk.Trades(3));
        WorkflowConfig[] configs = [.. Enumerable.Range(1, 5).Select(capital => WithCapital(scenario.Config, capital * 1000))];

        Assert.Equal(
            Run(scenario, new PassOptions(), configs).Select(outcome => outcome.Result!.EventStreamHash),
            Run(scenario, new PassOptions { WaveBytes = 1 }, configs).Select(outcome => outcome.Result!.EventStreamHash));
    }

    [Fact]
    public void Plugins_a_configuration_carries_answer_it_and_no_other()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst);
        ParameterMap parameters = Parameters.Of(("sizer", Parameters.Of(("type", "fixed_quantity"), ("value", 3))));
        WorkflowConfig standard = scenario.Config with
        {
            Portfolios = [scenario.Config.Portfolios[0] with { Risk = new RiskConfig { Type = "standard", Parameters = parameters } }],
        };
        IReadOnlyList<TrialOutcome> outcomes = Run(
            scenario, standard with { Plugins = new PluginSet(typeof(StandardRiskManager).Assembly) }, standard, scenario.Config);

        Assert.Equal(1, Assert.Single(outcomes[0].Result!.Portfolios).Fills);
        Assert.Equal("unknown_plugin", Assert.Single(outcomes[1].Errors).Code);
        Assert.Equal(1, Assert.Single(outcomes[2].Result!.Portfolios).Fills);
    }

    [Fact]
    public void What_others_ask_for_shows_in_no_count()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.Idle).WithPortfolio("other", Plan.Idle)
            .WithIndicators("main", Indicators.Sma(3)).WithIndicators("other", Indicators.Sma(3), Indicators.Sma(4).On(new Timeframe(1, 'w')));
        IReadOnlyList<TrialOutcome> outcomes = Run(
            scenario, scenario.Config with { Portfolios = [scenario.Config.Portfolios[0]] }, scenario.Config with { Portfolios = [scenario.Config.Portfolios[1]] });

        Assert.Equal((1, 1, 50L), Counts(outcomes[0]));
        Assert.Equal((2, 2), (outcomes[1].Result!.IndicatorsRequested, outcomes[1].Result!.IndicatorsComputed));

        static (int, int, long) Counts(TrialOutcome outcome) =>
            (outcome.Result!.IndicatorsRequested, outcome.Result.IndicatorsComputed, outcome.Result.Turns);
    }

    [Fact]
    public void Canceled_trials_keep_what_was_done_and_those_that_waited_have_no_result()
    {
        using var cancellation = new CancellationTokenSource();
        Scenario scenario = Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 9)
                cancellation.Cancel();
        });
        IReadOnlyList<TrialOutcome> outcomes = Run(
            scenario, new PassOptions { ChunkBytes = 0, WaveBytes = 1 }, [scenario.Config, scenario.Config], cancellation.Token);

        Assert.Equal((RunStatus.Interrupted, 10L), (outcomes[0].Result!.Status, outcomes[0].Result!.Turns));
        Assert.Null(outcomes[1].Result);
    }

    private static WorkflowConfig WithCapital(WorkflowConfig config, decimal capital) => config with
    {
        Portfolios = [.. config.Portfolios.Select(portfolio => portfolio with { Capital = capital })],
        Classifiers =
        [
            .. config.Classifiers.Select(classifier => classifier with
            {
                Portfolios = [.. classifier.Portfolios.Select(portfolio => portfolio with { Capital = capital })],
            }),
        ],
    };

    private static IReadOnlyList<TrialOutcome> Run(Scenario scenario, params WorkflowConfig[] configs) => Run(scenario, new PassOptions(), configs);

    private static IReadOnlyList<TrialOutcome> Run(
        Scenario scenario, PassOptions options, WorkflowConfig[] configs, CancellationToken? cancellation = null)
    {
        var source = new MemorySource(new Dictionary<string, IReadOnlyList<TestBar>> { ["A"] = Bars }, Timeframe.Day);
        return new Coordinator(new WorkflowManagerFactory(source, scenario.Plugins)).ExecuteTrialsAsync(
            [.. configs.Select(config => new TrialRequest(config))], options, cancellation ?? TestContext.Current.CancellationToken)
            .GetAwaiter().GetResult();
    }
}
