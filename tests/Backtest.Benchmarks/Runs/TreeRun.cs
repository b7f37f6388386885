namespace Backtest.Benchmarks;

/// <summary>
/// The whole hierarchy on one instrument: two classifiers, three portfolios, four strategies. Entries have a fixed quantity, so that the fused loop
/// needs no copy of the risk manager; the model is trained once, so that training does not hide the turns.
/// </summary>
public static class TreeRun
{
    /// <summary>The commission, as a fraction of a trade's value.</summary>
    public const decimal Commission = 0.0005m;

    /// <summary>The slippage of market and stop orders, in hundredths of a percent.</summary>
    public const decimal Slippage = 1m;

    /// <summary>The quantity of an entry with full strength.</summary>
    public const int Quantity = 10;

    /// <summary>The number of bars the hidden Markov model is trained on.</summary>
    public const int Train = 500;

    /// <summary>The initial capital: conservative, aggressive, balanced.</summary>
    public static IReadOnlyList<decimal> Capital { get; } = [300_000m, 700_000m, 500_000m];

    /// <summary>The run.</summary>
    public static WorkflowConfig Config(BarSourceOptions data, string reference) => new()
    {
        Name = "tree",
        Data = [data],
        Execution = new ExecutionConfig
        {
            Slippage = new SlippageConfig.BasisPoints(Slippage),
            Commission = new CommissionConfig.Percent(Commission),
        },
        Classifiers =
        [
            new ClassifierConfig
            {
                Name = "hmm",
                Type = "hmm",
                Reference = reference,
                Parameters = Parameters.Of(
                    ("states", 3), ("train", Train), ("refit", 0), ("starts", 1), ("minimum_confidence", 0.4), ("minimum_duration", 5)),
                Portfolios =
                [
                    Portfolio(
                        "conservative",
                        0,
                        Strategy("momentum", ("lookback", 20), ("threshold", 0.02)) with { ActiveIn = ["neutral", "bull", "unknown"] },
                        Strategy("mean-reversion", ("oversold", 35), ("max_bars", 15))),
                    Portfolio("aggressive", 1, Strategy("breakout", ("volume_factor", 1.05))),
                ],
            },
            new ClassifierConfig
            {
                Name = "pattern",
                Type = "pattern",
                Portfolios = [Portfolio("balanced", 2, Strategy("trend-following", ("minimum_adx", 18)))],
            },
        ],
    };

    /// <summary>Runs it on bars in memory.</summary>
    public static BacktestResult Run(PreloadedBars bars, RunOptions? options = null) =>
        EngineRun.Execute(Config(new BarSourceOptions.Plugin { Id = "memory", Timeframe = bars.Columns[0].Timeframe }, bars.Symbols[0]), bars, options);

    private static PortfolioConfig Portfolio(string name, int place, params StrategyConfig[] strategies) => new()
    {
        Name = name,
        Capital = Capital[place],
        Risk = new RiskConfig
        {
            Type = "standard",
            Parameters = Parameters.Of(("sizer", Parameters.Of(("type", "fixed_quantity"), ("value", Quantity)))),
        },
        Strategies = strategies,
    };

    private static StrategyConfig Strategy(string type, params (string Key, object Value)[] parameters) =>
        new() { Name = type, Type = type, Parameters = Parameters.Of(parameters) };
}
