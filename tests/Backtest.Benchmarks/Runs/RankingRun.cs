namespace Backtest.Benchmarks;

/// <summary>One strategy ranks all instruments against each other every 21 turns and holds the best.</summary>
public static class RankingRun
{
    /// <summary>The number of instruments held.</summary>
    private const int Held = 50;

    /// <summary>Runs it on bars in memory.</summary>
    public static BacktestResult Run(PreloadedBars bars, RunOptions? options = null)
    {
        var config = new WorkflowConfig
        {
            Name = "ranking",
            Data = [new BarSourceOptions.Plugin { Id = "memory", Timeframe = bars.Columns[0].Timeframe }],
            Execution = new ExecutionConfig { Commission = new CommissionConfig.Percent(CrossRun.Commission) },
            Portfolios =
            [
                new PortfolioConfig
                {
                    Name = "main",
                    Capital = CrossRun.Capital,
                    Risk = new RiskConfig
                    {
                        Type = "standard",
                        Parameters = Parameters.Of(("sizer", Parameters.Of(("type", "fixed_quantity"), ("value", CrossRun.Quantity)))),
                    },
                    Strategies =
                    [
                        new StrategyConfig { Name = "ranking", Type = "cross-sectional-momentum", Parameters = Parameters.Of(("top", Held)) },
                    ],
                },
            ],
        };
        return EngineRun.Execute(config, bars, options);
    }
}
