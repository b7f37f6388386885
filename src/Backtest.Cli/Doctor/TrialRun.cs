using Backtest.Engine;

namespace Backtest.Cli.Doctor;

/// <summary>The small run that the doctor examines: two synthetic symbols and portfolios that all do the same.</summary>
internal static class TrialRun
{
    /// <summary>The name of the portfolio whose strategy throws.</summary>
    public const string Faulty = "faulty";

    /// <summary>Creates a run with these portfolios.</summary>
    public static WorkflowConfig Create(params IEnumerable<string> portfolios) => new()
    {
        Name = "doctor",
        Seed = 1,
        Data =
        [
            new BarSourceOptions.Synthetic
            {
                Symbols = ["AAA", "BBB"],
                Bars = new SyntheticBars { Seed = 1, Bars = 600 },
            },
        ],
        Portfolios = [.. portfolios.Select(Portfolio)],
    };

    private static PortfolioConfig Portfolio(string name) => new()
    {
        Name = name,
        Capital = 100_000,
        Risk = new RiskConfig
        {
            Type = "standard",
            Parameters = Map(("sizer", Map(("type", Text("fixed_quantity")), ("value", Text("10"))))),
        },
        Strategies =
        [
            name == Faulty
                ? new StrategyConfig { Name = "thrower", Type = FaultyPlugins.Id }
                : new StrategyConfig
                {
                    Name = "cross",
                    Type = "sma-cross",
                    Parameters = Map(("fast", Text("5")), ("slow", Text("20"))),
                },
        ],
    };

    private static ParameterMap Map(params IEnumerable<(string Key, ParameterNode Value)> entries) =>
        new([.. entries.Select(entry => new ParameterEntry(entry.Key, default, entry.Value))], default);

    private static ParameterScalar Text(string text) => new(text, IsQuoted: false, default);
}
