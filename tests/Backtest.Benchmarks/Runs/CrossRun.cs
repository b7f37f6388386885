using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Two moving averages cross on every instrument, in one portfolio, with a fixed quantity and a percentage as commission.</summary>
public static class CrossRun
{
    /// <summary>The initial capital, enough for every entry.</summary>
    public const decimal Capital = 1_000_000_000m;

    /// <summary>The quantity of an entry.</summary>
    public const decimal Quantity = 100m;

    /// <summary>The commission, as a fraction of a trade's value.</summary>
    public const decimal Commission = 0.001m;

    /// <summary>The period of the fast average.</summary>
    public const int Fast = 10;

    /// <summary>The period of the slow average.</summary>
    public const int Slow = 30;

    /// <summary>The run on bars of any source.</summary>
    public static WorkflowConfig Config(BarSourceOptions data, AverageKind average, int fast = Fast, int slow = Slow) => new()
    {
        Name = "cross",
        Data = [data],
        Execution = new ExecutionConfig { Commission = new CommissionConfig.Percent(Commission) },
        Portfolios =
        [
            new PortfolioConfig
            {
                Name = "main",
                Capital = Capital,
                Risk = new RiskConfig
                {
                    Type = "standard",
                    Parameters = Parameters.Of(("sizer", Parameters.Of(("type", "fixed_quantity"), ("value", Quantity)))),
                },
                Strategies =
                [
                    new StrategyConfig
                    {
                        Name = "cross",
                        Type = "sma-cross",
                        Parameters = Parameters.Of(
                            ("fast", fast), ("slow", slow), ("average", average == AverageKind.Ema ? "ema" : "sma")),
                    },
                ],
            },
        ],
    };

    /// <summary>Runs it on bars in memory.</summary>
    public static BacktestResult Run(
        PreloadedBars bars, AverageKind average, RunOptions? options = null, int fast = Fast, int slow = Slow) =>
        EngineRun.Execute(
            Config(new BarSourceOptions.Plugin { Id = "memory", Timeframe = bars.Columns[0].Timeframe }, average, fast, slow), bars, options);
}
