using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>Runs from C#: from files and objects, with values set, with progress, and interrupted.</summary>
public sealed class RunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static WorkflowConfig InCode => new()
    {
        Name = "first-run",
        Data = [new BarSourceOptions.Csv { Path = Sample.Prices, Symbols = ["SPX"] }],
        Portfolios =
        [
            new PortfolioConfig
            {
                Name = "main",
                Capital = 100_000,
                Risk = new RiskConfig { Type = "standard", Parameters = Parameters.Of(new { sizer = new { type = "percent_equity", value = 0.95 } }) },
                Strategies = [new StrategyConfig { Name = "sma-cross", Type = "sma-cross", Parameters = Parameters.Of(new { fast = 50, slow = 200 }) }],
            },
        ],
    };

    [Fact]
    public void A_run_described_by_objects_is_the_run_of_the_file()
    {
        RunResult ofFile = BacktestRun.Load(Sample.FirstRun).Execute(cancellation: Token);
        RunResult ofObjects = BacktestRun.Of(InCode).Execute(cancellation: Token);

        Assert.Equal(RunStatus.Completed, ofFile.Status);
        Assert.NotEmpty(ofFile.Trades);
        Assert.Equal(ofFile.EventStreamHash, ofObjects.EventStreamHash);
    }

    [Fact]
    public void Plugins_themselves_stand_for_their_parameters()
    {
        PortfolioConfig portfolio = InCode.Portfolios[0];
        WorkflowConfig config = InCode with
        {
            Portfolios =
            [
                portfolio with
                {
                    Risk = portfolio.Risk with { Parameters = Parameters.Of(new { sizer = new PercentEquity { Value = 0.95m } }) },
                    Strategies = [portfolio.Strategies[0] with { Parameters = Parameters.Of(new MovingAverageCross { Fast = 50, Slow = 200 }) }],
                },
            ],
        };

        Assert.Equal(
            BacktestRun.Of(InCode).Execute(cancellation: Token).EventStreamHash,
            BacktestRun.Of(config).Execute(cancellation: Token).EventStreamHash);
    }

    [Fact]
    public void A_value_set_with_an_object_is_the_value_set_with_text()
    {
        RunResult text = BacktestRun.Load(Sample.FirstRun, "portfolios.main.capital=50000", "portfolios.main.strategies.sma-cross.parameters.fast=20")
            .Execute(cancellation: Token);
        foreach (BacktestRun run in (BacktestRun[])[BacktestRun.Load(Sample.FirstRun), BacktestRun.Of(InCode)])
        {
            RunResult set = run.With("portfolios.main.capital", 50_000).With("portfolios.main.strategies.sma-cross.parameters", new { fast = 20, slow = 200 })
                .Execute(cancellation: Token);

            Assert.Equal(text.EventStreamHash, set.EventStreamHash);
            Assert.Equal(50_000, set.Portfolios[0].InitialCapital);
        }
    }

    [Fact]
    public void A_run_with_a_value_set_leaves_the_one_it_was_made_of_alone()
    {
        BacktestRun run = BacktestRun.Load(Sample.FirstRun);
        string before = run.Execute(cancellation: Token).EventStreamHash;

        BacktestRun other = run.With("portfolios.main.capital", 1_000);

        Assert.NotEqual(before, other.Execute(cancellation: Token).EventStreamHash);
        Assert.Equal(before, run.Execute(cancellation: Token).EventStreamHash);
    }

    [Fact]
    public void A_plugin_the_program_refers_to_is_found_by_package_and_id()
    {
        RunResult result = BacktestRun.Load(Sample.FirstRun, "portfolios.main.strategies.sma-cross.type=Backtest.Plugins.MovingAverageCross/sma-cross", "portfolios.main.risk.type=backtest.plugins.standardrisk/standard")
            .Execute(cancellation: Token);

        Assert.NotEmpty(result.Trades);
    }

    [Fact]
    public void A_plugin_of_another_package_is_not_found_by_its_id_alone()
    {
        InputException wrong = Assert.Throws<InputException>(() => BacktestRun.Load(Sample.FirstRun)
            .With("portfolios.main.strategies.sma-cross.type", "Backtest.Plugins.Momentum/sma-cross").Execute(cancellation: Token));

        Assert.Equal("unknown_plugin", wrong.Errors[0].Code);
    }

    [Fact]
    public void A_specification_is_only_made_by_the_plugins_it_names()
    {
        var plugins = new PluginSet(typeof(MovingAverageCross).Assembly, typeof(StandardRiskManager).Assembly);
        RunSpec spec = RunSpec.Of(InCode, plugins);
        RunSpec other = RunSpec.Read(spec.Text.Replace(spec.Plugins[0].Sha256, new string('0', 64), StringComparison.Ordinal));

        Assert.NotEmpty(BacktestRun.Of(spec).Execute(cancellation: Token).Trades);
        InputException refused = Assert.Throws<InputException>(() => BacktestRun.Of(other).Execute(cancellation: Token));
        Assert.Equal("other_plugin", refused.Errors[0].Code);
    }

    [Fact]
    public void What_is_wrong_is_told_with_its_place()
    {
        InputException wrong = Assert.Throws<InputException>(
            () => BacktestRun.Load(Sample.FirstRun).With("portfolios.main.strategies.sma-cross.parameters.fast", "ten").Execute(cancellation: Token));

        Assert.Contains("fast", wrong.Errors[0].Key, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => BacktestRun.Load(Sample.FirstRun).With("portfolios.other.capital", 1));
    }

    [Fact]
    public void Progress_is_heard_and_a_run_interrupted_keeps_what_was_done()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Interrupting progress = new(source);
        RunResult result = BacktestRun.Parse("""
            name: long
            data: {source: synthetic, symbols: [DUCK], bars: 500000, timeframe: 1m}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5}}}
                strategies: [{type: sma-cross}]
            """).OnThreads(1).Execute(progress, source.Token);

        Assert.Equal(RunStatus.Interrupted, result.Status);
        Assert.InRange(result.BarsProcessed, progress.First.Bars, 499_999);
        Assert.Equal(result.BarsProcessed, result.Equity["main"].Count);
    }

    [Fact]
    public void A_run_interrupted_before_its_first_bar_is_not_made() => Assert.ThrowsAny<OperationCanceledException>(
        () => BacktestRun.Load(Sample.FirstRun).Execute(cancellation: new CancellationToken(canceled: true)));

    private sealed class Interrupting(CancellationTokenSource source) : IProgress<RunProgress>
    {
        public RunProgress First { get; private set; }

        public void Report(RunProgress value)
        {
            if (First == default)
                First = value;
            source.Cancel();
        }
    }
}
