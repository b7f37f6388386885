using Backtest.Plugins.MovingAverageCross;
using Backtest.Results;

namespace Backtest.Benchmarks;

/// <summary>Many runs on the same data: pairs of crossing averages, or the whole tree with shared classifiers.</summary>
public static class TrialsRun
{
    /// <summary>The 90 pairs of a fast and a slow average.</summary>
    public static IReadOnlyList<WorkflowConfig> Pairs(PreloadedBars bars)
    {
        WorkflowConfig one = CrossRun.Config(Data(bars), AverageKind.Sma);
        return
        [
            .. from fast in Enumerable.Range(1, 9)
               from slow in Enumerable.Range(1, 10)
               select WithStrategies(one, fast * 5, 50 + (slow * 10)),
        ];
    }

    /// <summary>The whole tree with many entry quantities, whose classifiers give the same regimes in all of them.</summary>
    public static IReadOnlyList<WorkflowConfig> Trees(PreloadedBars bars, int count)
    {
        WorkflowConfig one = TreeRun.Config(Data(bars), bars.Symbols[0]);
        return
        [
            .. Enumerable.Range(1, count).Select(trial => one with
            {
                Classifiers =
                [
                    .. one.Classifiers.Select(classifier => classifier with
                    {
                        Portfolios = [.. classifier.Portfolios.Select(portfolio => portfolio with { Capital = portfolio.Capital + trial })],
                    }),
                ],
            }),
        ];
    }

    /// <summary>Executes the runs, and summarizes each.</summary>
    public static IReadOnlyList<RunSummary> Execute(IReadOnlyList<WorkflowConfig> trials, PreloadedBars bars, PassOptions options)
    {
        SummaryRecorder[] summaries = [.. trials.Select(_ => new SummaryRecorder())];
        new Coordinator(EngineRun.Managers(bars)).ExecuteTrialsAsync(
            [.. trials.Select((config, trial) => new TrialRequest(config, summaries[trial]))], options).GetAwaiter().GetResult();
        return [.. summaries.Select(recorder => recorder.Summary!)];
    }

    private static BarSourceOptions.Plugin Data(PreloadedBars bars) => new() { Id = "memory", Timeframe = bars.Columns[0].Timeframe };

    private static WorkflowConfig WithStrategies(WorkflowConfig one, int fast, int slow) => one with
    {
        Portfolios =
        [
            one.Portfolios[0] with
            {
                Strategies = [one.Portfolios[0].Strategies[0] with { Parameters = Parameters.Of(("fast", fast), ("slow", slow), ("average", "sma")) }],
            },
        ],
    };
}
