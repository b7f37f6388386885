using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Plugins.BuyAndHold;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.Pattern;
using Backtest.Plugins.StandardRisk;
using Backtest.Research;
using Backtest.Results;
using Backtest.Samples.Netting;

namespace Backtest.Tests.Simulation;

public sealed class AblationTests
{
    private const string Text = """
        name: parts
        seed: 2
        data: {source: synthetic, symbols: [ACME], bars: 500, timeframe: 1d, volatility: 0.02, seed: 4}
        classifiers:
          - name: pattern
            type: pattern
            reference: ACME
            parameters: {lookback: 20, minimum_duration: 3}
            portfolios:
              - name: ruled
                capital: 60000
                risk:
                  type: standard
                  parameters:
                    sizer: {type: percent_equity, value: 0.9}
                    limits: [{type: max_exposure, value: 0.5}]
                    by_regime: {range: {sizer: {type: percent_equity, value: 0.2} } }
                strategies:
                  - {name: cross, type: sma-cross, active_in: [trend_up, range], parameters: {fast: 3, slow: 8} }
        portfolios:
          - name: plain
            capital: 40000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.4} } }
            strategies:
              - {name: hold, type: buy-and-hold}
              - name: net
                type: netting
                strategies:
                  - {name: quick, type: sma-cross, parameters: {fast: 3, slow: 8} }
                  - {name: slow, type: sma-cross, parameters: {fast: 10, slow: 30} }
        """;

    private static PluginSet Plugins { get; } = new(
        typeof(MovingAverageCross).Assembly, typeof(BuyAndHoldStrategy).Assembly, typeof(StandardRiskManager).Assembly, typeof(PatternClassifier).Assembly,
        typeof(NettingContainer).Assembly, typeof(HmmClassifier).Assembly);

    [Fact]
    public async Task Every_part_is_left_out_by_itself()
    {
        AblationReport report = await AblateAsync(Text);

        Assert.Equal(
            [
                ("classifier", "pattern"), ("portfolio", "ruled"), ("limit", "ruled.max_exposure"), ("regime_rule", "ruled.by_regime.range"),
                ("strategy", "ruled.cross"), ("regime_rule", "ruled.cross"), ("portfolio", "plain"), ("strategy", "plain.hold"),
                ("strategy", "plain.net"), ("container", "plain.net"), ("strategy", "plain.net.quick"), ("strategy", "plain.net.slow"),
            ],
            report.Parts.Select(part => (part.Kind, part.Name)));
        Assert.All(report.Parts, part => Assert.Null(part.Unavailable));
        Assert.All(report.Parts, part => Assert.InRange(part.TotalReturn!.Value, part.TotalReturn.P5 - 1, part.TotalReturn.P95 + 1));
    }

    [Fact]
    public async Task What_a_part_adds_is_the_run_less_the_run_without_it()
    {
        AblationReport report = await AblateAsync(Text);

        PerformanceMetrics whole = await MeasureAsync(Text);
        Assert.Equal(whole.TotalReturn!.Value, report.Whole.TotalReturn, 1e-12);
        Assert.Equal(whole.Sharpe!.Value, report.Whole.Sharpe!.Value, 1e-9);
        Assert.Equal(whole.MaxDrawdown!.Value, report.Whole.MaxDrawdown, 1e-12);
        // By hand: removes the strategy's line.
        PerformanceMetrics without = await MeasureAsync(Text.Replace("      - {name: hold, type: buy-and-hold}\n", "", StringComparison.Ordinal));
        AblationEffect hold = report.Parts.Single(part => part is { Kind: "strategy", Name: "plain.hold" });
        Assert.Equal(without.TotalReturn!.Value, hold.Without!.TotalReturn, 1e-12);
        Assert.Equal(whole.Sharpe!.Value - without.Sharpe!.Value, hold.Sharpe!.Value, 1e-9);
        Assert.True(hold.TotalReturn!.P5 < hold.TotalReturn.P95);
    }

    [Fact]
    public async Task The_capital_of_a_part_left_out_stays_idle()
    {
        AblationReport report = await AblateAsync(Text);

        // The remaining portfolio's profit is measured on the whole capital.
        PerformanceMetrics plain = (await MeasureRunAsync(Text)).Portfolios["plain"];
        AblationEffect ruled = report.Parts.Single(part => part is { Kind: "portfolio", Name: "ruled" });
        Assert.Equal(plain.TotalReturn!.Value * 0.4, ruled.Without!.TotalReturn, 1e-9);
        Assert.Equal(ruled.Without, report.Parts.Single(part => part is { Kind: "strategy", Name: "ruled.cross" }).Without); // the portfolio's only strategy
    }

    [Fact]
    public async Task What_a_strategy_does_otherwise_in_a_regime_is_a_rule_to_leave_out()
    {
        AblationReport report = await AblateAsync(Text.Replace(
            "active_in: [trend_up, range], ", "by_regime: {range: {weight: 0.5} }, ", StringComparison.Ordinal));

        AblationEffect rule = Assert.Single(report.Parts, part => part.Kind == "regime_rule" && part.Name.Contains("cross", StringComparison.Ordinal));
        Assert.Equal("ruled.cross.by_regime.range", rule.Name);
        Assert.Null(rule.Unavailable);
        Assert.Null(report.Parts.Single(part => part.Kind == "classifier").Unavailable);
    }

    [Fact]
    public async Task Where_nothing_is_left_nothing_is_earned()
    {
        AblationReport report = await AblateAsync(SimulatedRun.Crossing());

        AblationEffect only = Assert.Single(report.Parts);
        Assert.Equal(new AblationFigures(null, 0, 0), only.Without);
        Assert.Null(only.Sharpe);
        Assert.Equal(report.Whole.TotalReturn, only.TotalReturn!.Value);
    }

    [Fact]
    public async Task Figures_do_not_depend_on_the_number_of_workers() => Assert.Equal(
        (await AblateAsync(Text, workers: 1)).Parts, (await AblateAsync(Text, workers: 4)).Parts);

    [Fact]
    public async Task A_run_that_ends_with_signals_has_no_parts_to_compare()
    {
        WorkflowConfig config = Parse(SimulatedRun.Crossing()) with { Workflow = Workflows.Signals };

        InputException exception = await Assert.ThrowsAsync<InputException>(
            () => new Ablation(config, new BarSources(), Plugins).ExecuteAsync(cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("unfit_run", Assert.Single(exception.Errors).Code);
    }

    private static WorkflowConfig Parse(string text) => RunFile.Parse(text, "parts.yaml");

    private static Task<AblationReport> AblateAsync(string text, int workers = 2) =>
        new Ablation(Parse(text), new BarSources(), Plugins).ExecuteAsync(workers, resamples: 200, TestContext.Current.CancellationToken);

    private static async Task<PerformanceMetrics> MeasureAsync(string text) => (await MeasureRunAsync(text)).Total;

    private static async Task<RunMetrics> MeasureRunAsync(string text)
    {
        var recorder = new SummaryRecorder();
        await new Coordinator(new WorkflowManagerFactory(new BarSources(), Plugins))
            .ExecuteWorkflowAsync(Parse(text), new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
        return recorder.Summary!.Metrics;
    }
}
