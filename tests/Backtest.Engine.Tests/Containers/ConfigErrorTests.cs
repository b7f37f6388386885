namespace Backtest.Tests;

public sealed class ConfigErrorTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10);

    [Fact]
    public void All_that_is_wrong_with_portfolios_is_told_at_once()
    {
        PortfolioConfig broke = Scenario.PortfolioOf("main") with { Capital = 0, Leverage = -1, Strategies = [] };
        string[] codes = Codes(Sound().With(config => config with { Portfolios = [.. config.Portfolios, broke, Scenario.PortfolioOf("total")] }));

        Assert.Equal(["duplicate_name", "invalid_value", "invalid_value", "no_strategy", "reserved_name"], codes);
    }

    [Fact]
    public void Two_strategies_of_one_name_are_an_error()
    {
        Assert.Equal(["duplicate_name"], Codes(Sound().WithFirst(portfolio => portfolio with
        {
            Strategies = [.. portfolio.Strategies, .. portfolio.Strategies],
        })));
    }

    [Fact]
    public void Instruments_and_volume_limits_that_trade_nothing_are_errors()
    {
        Scenario scenario = Sound().WithExecution(execution => execution with { VolumeLimit = 2 }).With(config => config with
        {
            Instruments = [new Instrument { Symbol = "A", LotSize = 0, Multiplier = -1, TickSize = 0 }],
        });

        Assert.Equal(["invalid_value", "invalid_value", "invalid_value", "invalid_value"], Codes(scenario));
    }

    [Fact]
    public void A_run_without_portfolios_is_an_error()
    {
        Assert.Equal(["no_portfolio"], Codes(Sound().With(config => config with { Portfolios = [] })));
    }

    [Fact]
    public void All_names_that_mean_nothing_are_told_at_once()
    {
        Scenario scenario = Sound().UnderClassifier("market", new ScriptedClassifier(_ => 0, "bear", "bull")).WithFirst(portfolio => portfolio with
        {
            Risk = new RiskConfig { Type = "absent" },
            Strategies =
            [
                portfolio.Strategies[0] with { Symbols = ["B"], ActiveIn = ["sideways"] },
                new StrategyConfig { Name = "missing", Type = "missing" },
            ],
        });

        Assert.Equal(["unknown_plugin", "unknown_plugin", "unknown_regime", "unknown_symbol"], Codes(scenario));
    }

    [Fact]
    public void An_unknown_plugin_says_where_it_is_named_and_what_there_is()
    {
        var thrown = Assert.Throws<InputException>(() => Sound().WithFirst(portfolio => portfolio with { Risk = new RiskConfig { Type = "mian" } }).Run());

        InputError error = Assert.Single(thrown.Errors);
        Assert.Equal(("portfolios.main.risk.type", "Did you mean 'main'? Available: main."), (error.Key, error.Fix));
    }

    [Fact]
    public void An_unknown_reference_is_an_error()
    {
        Assert.Equal(["unknown_symbol"], Codes(Sound().UnderClassifier("market", new ScriptedClassifier(_ => 0, "bear"), reference: "B")));
        Assert.Equal(
            ["unknown_symbol", "unknown_symbol"],
            Codes(Sound().With(config => config with { Instruments = [new() { Symbol = "B" }, new() { Symbol = "A" }, new() { Symbol = "a" }] })));
    }

    [Fact]
    public void Regimes_without_a_classifier_are_an_error()
    {
        Assert.Equal(["no_classifier"], Codes(Sound().WithFirst(portfolio => portfolio with
        {
            Strategies = [portfolio.Strategies[0] with { ActiveIn = ["bull"] }],
        })));
    }

    [Fact]
    public void A_volume_limit_without_volumes_is_an_error()
    {
        Assert.Equal(["no_volume"], Codes(Sound().WithExecution(execution => execution with { VolumeLimit = 0.1m })));
    }

    [Fact]
    public void An_unknown_workflow_is_an_error()
    {
        Assert.Equal(["unknown_workflow"], Codes(Sound().With(config => config with { Workflow = "sweep" })));
    }

    [Fact]
    public void An_error_names_the_file()
    {
        var thrown = Assert.Throws<InputException>(() => Sound()
            .With(config => config with { File = "run.yaml" })
            .WithFirst(portfolio => portfolio with { Capital = -5, Position = new SourcePosition(null, 12) })
            .Run());

        Assert.Equal("run.yaml:12: portfolios.main.capital: found -5, expected a number above 0", thrown.Message);
    }

    private static Scenario Sound() => Scenario.Of(Bars, Plan.Idle);

    private static string[] Codes(Scenario scenario) =>
        [.. Assert.Throws<InputException>(() => scenario.Run()).Errors.Select(error => error.Code).Order(StringComparer.Ordinal)];
}
