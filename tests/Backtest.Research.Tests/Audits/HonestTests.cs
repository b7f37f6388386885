using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>Honest plugins raise no finding, whatever their kind and however they are run.</summary>
public sealed class HonestTests
{
    private const string Small = "bars: 200, volatility: 0.02";

    private static readonly Dictionary<string, Func<Task<AuditReport>>> Runs = All();

    public static TheoryData<string> Names => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Has_no_finding(string name)
    {
        AuditReport report = await Runs[name]();
        Assert.Empty(report.Findings.Select(finding => finding.Message));
        Assert.True(report.Runs > report.Cuts.Count * 4, "Each cut takes four runs.");
        Assert.NotEmpty(report.Cuts);
    }

    [Fact]
    public void There_are_more_than_a_hundred() => Assert.InRange(Runs.Count, 101, 200);

    private static Dictionary<string, Func<Task<AuditReport>>> All()
    {
        var runs = new Dictionary<string, Func<Task<AuditReport>>>(StringComparer.Ordinal);
        Strategies(
            "{type: buy-and-hold}",
            "{type: sma-cross, parameters: {fast: 2, slow: 5}}",
            "{type: sma-cross, parameters: {fast: 3, slow: 8, direction: both}}",
            "{type: sma-cross, parameters: {fast: 10, slow: 30, average: ema}}",
            "{type: sma-cross, parameters: {fast: 5, slow: 60, average: ema, direction: both}}",
            "{type: sma-cross, timeframe: 1w, parameters: {fast: 2, slow: 4}}",
            "{type: momentum}",
            "{type: momentum, parameters: {lookback: 5, rsi_period: 4, direction: both}}",
            "{type: momentum, parameters: {lookback: 3, threshold: 0.01}}",
            "{type: momentum, symbols: [BOLT], parameters: {lookback: 8}}",
            "{type: mean-reversion}",
            "{type: mean-reversion, parameters: {period: 10, entry: 1, rsi_period: 4, direction: both}}",
            "{type: mean-reversion, parameters: {period: 6, entry: 1.5, max_bars: 5, stop: 2}}",
            "{type: mean-reversion, timeframe: 2d, parameters: {period: 5, entry: 1, rsi_period: 3}}",
            "{type: breakout}",
            "{type: breakout, parameters: {period: 5, volume_period: 5, atr_period: 5, direction: both}}",
            "{type: breakout, parameters: {period: 8, volume_factor: 1.1, stop_multiple: 1, target_multiple: 2}}",
            "{type: trend-following}",
            "{type: trend-following, parameters: {fast: 3, slow: 6, long_term: 12, adx_period: 4, minimum_adx: 15, atr_period: 4}}",
            "{type: trend-following, parameters: {fast: 4, slow: 9, long_term: 20, max_units: 3, atr_multiple: 1}}",
            "{type: cross-sectional-momentum, parameters: {lookback: 5, skip: 1, top: 1, every: 2}}",
            "{type: cross-sectional-momentum, parameters: {lookback: 20, skip: 0, top: 1, every: 5}}",
            "{type: seeded}",
            "{type: example-strategy, parameters: {period: 5}}",
            "{type: example-indicatorstrategy-strategy, parameters: {period: 4}}",
            $"{{name: net, type: netting, strategies: [{{type: momentum, parameters: {{lookback: 5}}}}, {Audited.Cross}]}}",
            $"{{name: net, type: netting, parameters: {{needed: 2}}, strategies: [{{type: breakout, parameters: {{period: 5}}}}, {Audited.Cross}]}}",
            $"{{name: agree, type: example-containerfactory, strategies: [{{type: momentum, parameters: {{lookback: 5}}}}, {Audited.Cross}]}}",
            $"{{name: follow, type: leaky, strategies: [{Audited.Cross}]}}");
        string[] habits = ["centred_in_the_past", "running_maximum", "constant_table", "memory", "set", "calendar", "text", "counting"];
        foreach (string habit in habits)
        {
            Strategies($"{{type: suspicious, parameters: {{habit: {habit}}}}}");
            Add(
                $"suspicious by {habit} on minutes",
                Audited.Run($"{{type: suspicious, parameters: {{habit: {habit}}}}}", data: "timeframe: 1m, bars: 400"));
        }

        foreach (string sizer in (string[])
            [
                "{type: fixed_value, value: 20000}", "{type: percent_equity, value: 0.3}", "{type: percent_equity, value: 0.3, fees: included}",
                "{type: atr_risk, value: 0.01, period: 5}", "{type: volatility_target, value: 0.1, period: 10}",
            ])
            Add($"sizer {sizer}", Audited.Run(Audited.Cross, $"{{type: standard, parameters: {{sizer: {sizer}}}}}", Small));
        foreach (string limit in (string[])
            [
                "{type: max_position, value: 0.1}", "{type: max_exposure, value: 0.2}", "{type: max_leverage, value: 0.3}",
                "{type: max_drawdown, value: 0.02, resume_after: 10}", "{type: max_drawdown, value: 0.05, reduce_at: 0.01}",
                "{type: daily_loss, value: 0.005}",
            ])
        {
            Add(
                $"limit {limit}",
                Audited.Run(
                    Audited.Cross, $"{{type: standard, parameters: {{sizer: {{type: percent_equity, value: 0.4}}, limits: [{limit}]}}}}", Small));
        }

        Add("the template's risk manager", Audited.Run(Audited.Cross, "{type: example-riskmanager}", Small));
        foreach (string classifier in (string[])
            [
                "type: pattern", "type: pattern\n    parameters: {lookback: 5}", "type: pattern\n    parameters: {lookback: 10, minimum_duration: 4}",
                "type: pattern\n    reference: ACME", "type: pattern\n    timeframe: 1w\n    parameters: {lookback: 5}", "type: example-classifier",
                "type: hmm\n    parameters: {states: 2, train: 60, refit: 30}", "type: hmm\n    parameters: {states: 3, train: 80, refit: 0}",
                "type: hmm\n    reference: BOLT\n    parameters: {states: 2, train: 50, refit: 50, minimum_confidence: 0.6}",
            ])
            Add($"classifier {classifier}", Audited.Classified(classifier, data: Small));
        Add("by regime", Audited.Classified(
            "type: pattern\n    parameters: {lookback: 5}",
            "{type: sma-cross, active_in: [trend_up, unknown], on_leave: close, parameters: {fast: 2, slow: 5}}"));
        foreach (string execution in (string[])
            [
                "fill: close", "at_end: close", "fill: close, at_end: close", "volume_limit: 0.000001", "slippage: {type: basis_points, value: 5}",
                "slippage: {type: basis_points, value: 25}, fill: close", "commission: {type: per_share, value: 0.01, minimum: 1}", "on_fault: stop",
                "on_ruin: continue", "delisted_after: 3d, delisting_return: -0.5",
            ])
            Add($"execution {execution}", Audited.Run(Audited.Cross, data: Small, more: $"execution: {{{execution}}}"));
        foreach (string data in (string[])
            [
                "bars: 200, missing: 0.2", "bars: 200, missing: 0.1, trade_from: 2000-04-01", "bars: 200, seed: 9, volatility: 0.05",
                "bars: 300, timeframe: 1h", "bars: 500, timeframe: 5m, missing: 0.05", "bars: 40", "bars: 12",
            ])
            Add($"data {data}", Audited.Run("{type: sma-cross, parameters: {fast: 2, slow: 4}}", data: data));
        Add("longer bars than the data's", Audited.Run(
            "{type: sma-cross, timeframe: 1h, parameters: {fast: 2, slow: 5}}, {type: momentum, timeframe: 30m, parameters: {lookback: 4}}",
            data: "bars: 900, timeframe: 5m"));
        foreach (int seed in (int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        {
            Add(
                $"everything at once, seed {seed}",
                Audited.Classified(
                    "type: pattern\n    parameters: {lookback: 5}",
                    "{type: sma-cross, parameters: {fast: 2, slow: 5, direction: both}}, {type: momentum, parameters: {lookback: 5}}, "
                    + "{type: breakout, parameters: {period: 5, volume_period: 5, atr_period: 5}}",
                    "{type: standard, parameters: {sizer: {type: percent_equity, value: 0.3}, "
                    + "limits: [{type: max_drawdown, value: 0.05, resume_after: 10}]}}",
                    $"{Small}, seed: {seed}"));
        }

        Add("signals alone", Audited.Run(Audited.Cross, data: Small, more: "workflow: signals"));
        Add("a search", Audited.Run("{name: cross, type: sma-cross, parameters: {fast: 3, slow: 8}}", data: Small, more: """
            workflow: sweep
            search: {parameters: {fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 2, to: 4}}}
            """));
        Add("an honest source", $$"""
            name: audited
            data: {source: leaky-source}
            portfolios: [{name: main, capital: 100000, risk: {{Audited.FixedSize}}, strategies: [{type: buy-and-hold}]}]
            """);
        Sample("first-run", "data.end=2003-12-31", "portfolios.main.strategies.sma-cross.parameters.slow=80");
        Sample(
            "hierarchy", "data.end=2003-06-30", "classifiers.hmm.parameters.train=200", "classifiers.hmm.parameters.refit=0",
            "data.trade_from=2001-01-01");
        Sample("momentum-ranking", "data.bars=500", "portfolios.main.strategies.cross-sectional-momentum.parameters.lookback=30");
        Sample("netting", "data.end=2003-12-31", "plugins=[]");
        Sample("timeframes", "data.bars=5000");
        Sample("sweep", "data.end=2002-12-31");
        return runs;

        void Add(string name, string text) => runs.Add(name, () => Audited.RunAsync(text));

        void Sample(string name, params string[] changes) => runs.Add($"sample {name}", () => Audited.RunSampleAsync(name, changes));

        void Strategies(params string[] strategies)
        {
            foreach (string strategy in strategies)
                Add(strategy, Audited.Run(strategy, data: Small));
        }
    }
}
