using System.Globalization;
using Backtest.Data;

namespace Backtest.Tests;

/// <summary>
/// LEAN's own regression runs, to the cent: what its authors state, under <c>matching: lean</c> on the prices of its folder. The rules and figures are
/// in <c>tests/Goldens/README.md</c>. Built where BACKTEST_LEAN_DATA names the folder, whose prices are not ours to pass on.
/// </summary>
public sealed class LeanRegressionTests
{
    [Fact]
    public void Stop_limit_orders_by_two_averages()
    {
        var fast = new Average(30);
        var slow = new Average(60);
        bool isAbove = false;
        (bool hasBought, bool hasSold, bool isIn) = (false, false, false);
        RecordedRun run = Run(
            Lean("2013-01-01", "2016-12-31", Timeframe.Day),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                (double first, double second) = (fast.Add(bar.Close), slow.Add(bar.Close));
                isAbove = first > second * 1.001;
                isIn = !position.IsFlat;
                if (hasBought || !slow.IsReady || !isAbove)
                    return;
                hasBought = true;
                signals.Enter(Direction.Long, new EntryTerms { Stop = bar.High * 1.10, Limit = bar.High * 1.11 });
            },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (!isIn || isAbove || hasSold)
                    return;
                hasSold = true;
                signals.Enter(Direction.Short, new EntryTerms { Stop = bar.Low * 0.99, Limit = bar.Low * 0.98 });
            });

        Assert.Equal([149.01273079065m, 161.8088348604m], run.FillPrices.Select(price => Math.Round(price, 10)), Nearly);
        Ends(run, 2.00m, 101_277.61m);
    }

    [Fact]
    public void A_trailing_entry_and_exit_on_quotes()
    {
        (bool hasBought, bool hasSold, bool isIn) = (false, false, false);
        RecordedRun run = Run(
            Lean("2013-10-07", "2013-10-11", new Timeframe(1, 'm'), LeanKind.Both),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                isIn = !position.IsFlat;
                if (hasBought)
                    return;
                hasBought = true;
                signals.Enter(Direction.Long, new EntryTerms { Trail = 2 });
            },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (!isIn || hasSold)
                    return;
                hasSold = true;
                signals.Enter(Direction.Short, new EntryTerms { Trail = 0.5 });
            });

        Assert.Equal([144.65203018m, 144.904255322m], run.FillPrices, Nearly);
        Ends(run, 2.00m, 100_023.22m);
    }

    [Fact]
    public void An_order_on_the_close_of_hours()
    {
        var noon = new DateTime(2021, 3, 2, 17, 0, 0, DateTimeKind.Utc);
        RecordedRun run = Run(
            Lean("2021-03-01", "2021-03-03", new Timeframe(1, 'h')),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.End == noon)
                    signals.Enter(Direction.Long, new EntryTerms { Type = OrderType.MarketOnClose, Strength = 0.01 });
            });

        Assert.Equal([385.27833344m], run.FillPrices, Nearly);
        Ends(run, 1.00m, 99_993.90m);
    }

    [Theory]
    [InlineData(LeanDividends.Cents, "6789.12")]
    [InlineData(LeanDividends.Factors, "6789.58")]
    public void Dividends_of_a_position_that_is_held(LeanDividends dividends, string received)
    {
        RecordedRun run = Run(
            Lean("1998-01-01", "2005-12-31", Timeframe.Day) with { Adjustment = PriceAdjustment.None, Dividends = dividends },
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { Strength = SetHoldings(0.5m, 100_000, (decimal)bar.Close) / 1000d });
            });

        Assert.Equal((512m, 97.84m), (run.Fills[0].Fill.Quantity, run.Fills[0].Fill.Price));
        Assert.Equal(33, run.Actions.Count);
        decimal cash = Math.Round(run.Actions.Sum(action => action.Cash), 2);
        Assert.Equal(decimal.Parse(received, CultureInfo.InvariantCulture), cash);
        Ends(run, 2.56m, 120_462.08m - 6_789.12m + cash);
    }

    [Fact]
    public void A_trend_by_the_difference_of_averages()
    {
        (var fast, var slow, var signal) = (new Average(12), new Average(26), new Average(9));
        decimal quantity = 0;
        var scenario = new ScriptedRisk((in turn, orders) =>
        {
            foreach (ref readonly SignalEvent entry in turn.Signals)
            {
                if (entry.Action != SignalAction.Enter)
                    continue;
                quantity = SetHoldings(1, turn.Portfolio.ExactEquity, (decimal)turn.Portfolio.Close(entry.Instrument));
                orders.Place(entry, quantity);
            }
        });
        RecordedRun run = Run(Lean("2004-01-01", "2014-12-31", Timeframe.Day), scenario, (BarEvent bar, in Position position, ISignals signals) =>
        {
            double difference = fast.Add(bar.Close) - slow.Add(bar.Close);
            if (!slow.IsReady)
                return;
            double average = signal.Add(difference);
            if (!signal.IsReady)
                return;
            double distance = (difference - average) / fast.Value;
            if (position.IsFlat && distance > 0.0025)
                signals.Enter(Direction.Long);
            else if (!position.IsFlat && distance < -0.0025)
                signals.Exit();
        });

        Assert.Equal(84, run.Fills.Count);
        Assert.Equal([1232m, -1232m], run.FillQuantities.Take(2));
        Assert.Equal([81.843823992m, 78.030005872m], run.FillPrices.Take(2), Nearly);
        Ends(run, 468.54m, 137_751.04m);
    }

    private static bool Nearly(decimal expected, decimal found) => Math.Abs(expected - found) < 0.000001m;

    private static void Ends(RecordedRun run, decimal fees, decimal equity)
    {
        Assert.Equal(fees, Math.Round(run.Fills.Sum(fill => fill.Fill.Commission), 2));
        Assert.Equal(equity, Math.Round((decimal)run.Equity.Last(row => row.Portfolio == "main").Equity, 2));
    }

    /// <summary>How many shares bring the holdings to a share of the equity: 0.25% of it is kept, and the commission.</summary>
    private static int SetHoldings(decimal share, decimal equity, decimal price)
    {
        int quantity = (int)(0.9975m * share * equity / price);
        while (true)
        {
            decimal target = 0.9975m * share * (equity - Math.Max(1, 0.005m * quantity));
            if (quantity * price <= target)
                return quantity;
            quantity = (int)(target / price);
        }
    }

    private static BarSourceOptions.Lean Lean(string from, string to, Timeframe timeframe, LeanKind? kind = null) => new()
    {
        Path = Environment.GetEnvironmentVariable("BACKTEST_LEAN_DATA")!,
        Symbols = ["SPY"],
        Timeframe = timeframe,
        Kind = kind,
        Adjustment = PriceAdjustment.AsSource,
        Start = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        End = DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static RecordedRun Run(BarSourceOptions data, params ScriptedStrategy.Script[] scripts) =>
        Run(data, new ScriptedRisk(data.Adjustment == PriceAdjustment.None ? 1000 : 100), scripts);

    private static RecordedRun Run(BarSourceOptions data, ScriptedRisk risk, params ScriptedStrategy.Script[] scripts)
    {
        var plugins = new TestPlugins();
        plugins.Add("risk", risk);
        for (int i = 0; i < scripts.Length; i++)
            plugins.Add($"s{i}", new ScriptedStrategy(scripts[i]));
        var config = new WorkflowConfig
        {
            Name = "lean",
            Data = [data],
            Execution = new ExecutionConfig
            {
                Profile = FillProfile.All.Single(profile => profile.Name == "lean"),
                Commission = new CommissionConfig.PerShare(0.005m, 1, 0.005m),
            },
            Portfolios =
            [
                new PortfolioConfig
                {
                    Name = "main",
                    Capital = 100_000,
                    Leverage = 2,
                    Risk = new RiskConfig { Type = "risk" },
                    Strategies = [.. scripts.Select((_, i) => new StrategyConfig { Name = $"s{i}", Type = $"s{i}" })],
                },
            ],
        };
        var recorder = new RecordedRun();
        new Coordinator(new WorkflowManagerFactory(new BarSources(), plugins))
            .ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return recorder;
    }

    /// <summary>The mean of its first values while there are too few, then an exponential average.</summary>
    private sealed class Average(int length)
    {
        private int _count;

        public double Value { get; private set; }

        public bool IsReady => _count >= length;

        public double Add(double value)
        {
            _count++;
            return Value += (value - Value) * (_count <= length ? 1.0 / _count : 2.0 / (length + 1));
        }
    }
}
