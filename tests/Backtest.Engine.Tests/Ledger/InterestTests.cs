namespace Backtest.Tests;

/// <summary>Interest by calendar days over 360, computed by hand.</summary>
public sealed class InterestTests
{
    private static readonly InterestConfig Rates = new() { Borrow = 0.036m, Margin = 0.072m, Cash = 0.0036m };

    [Fact]
    public void Cash_earns_from_day_to_day()
    {
        RecordedRun run = Run(Plan.Idle, 100, 100, 100);

        // 10,000 · 0.0036 / 360, then the same on 10,000.1.
        Assert.Equal([0.1m, 0.100001m], run.Interest.Select(row => row.Cash));
        Assert.Equal([10_000, 10_000.1, 10_000.200001], run.Equity.Where(row => row.Portfolio == "main").Select(row => row.Equity));
        Assert.All(run.Interest, row => Assert.Equal((InterestType.Cash, null, 1, 0.0036m), (row.Type, row.Instrument?.Symbol, row.Days, row.Rate)));
    }

    [Fact]
    public void A_weekend_counts_its_days()
    {
        IReadOnlyList<TestBar> bars = [.. TestBar.Flat(100, 100, 100, 100).Where((_, day) => day is 0 or 3)];
        RecordedRun run = Scenario.Of(bars, Plan.Idle, capital: 10_000).WithExecution(execution => execution with { Interest = Rates }).Run();

        Assert.Equal((3, 0.3m), (Assert.Single(run.Interest).Days, run.Interest[0].Cash));
    }

    [Fact]
    public void Borrowed_money_costs_margin_interest_and_shorts_their_borrow()
    {
        // Long 200 at 100 with 10,000.1: 9,999.9 are borrowed, at 0.072 / 360 per day.
        RecordedRun run = Run(Enter(Direction.Long), 100, 100, 150);
        Assert.Equal([(InterestType.Cash, 0.1m), (InterestType.Margin, -1.99998m)], run.Interest.Select(row => (row.Type, row.Cash)));

        // Short 200 at 100: 20,000 · 0.036 / 360 = 2. The proceeds are collateral: 30,000.1 − 20,000 earns interest.
        run = Run(Enter(Direction.Short), 100, 100, 100);
        Assert.Equal([(InterestType.Cash, 0.1m), (InterestType.Borrow, -2m), (InterestType.Cash, 0.100001m)], run.Interest.Select(row => (row.Type, row.Cash)));
        run = Run(Enter(Direction.Short), 100, (100, 200), 200);
        Assert.Equal("A", run.Interest[1].Instrument!.Symbol);
        Assert.Equal((InterestType.Borrow, 40_000m, -4m), (run.Interest[1].Type, run.Interest[1].Balance, run.Interest[1].Cash));
        // 30,000.1 of cash minus 40,000: 9,999.9 are borrowed.
        Assert.Equal((InterestType.Margin, 9_999.9m, -1.99998m), (run.Interest[2].Type, run.Interest[2].Balance, run.Interest[2].Cash));
    }

    [Fact]
    public void A_symbol_may_have_a_rate_of_its_own() => Assert.Equal(
        -200m * 100 * 0.9m / 360,
        Run(Enter(Direction.Short), Rates with { BorrowBySymbol = [KeyValuePair.Create("A", 0.9m)] }, 100, 100, 100).Interest[1].Cash);

    [Fact]
    public void A_rate_of_a_symbol_the_data_lacks_is_refused()
    {
        InputException refused = Assert.Throws<InputException>(() => Run(Plan.Idle, Rates with { BorrowBySymbol = [KeyValuePair.Create("B", 0.9m)] }, 100, 100));

        Assert.Equal("execution.interest.borrow_by_symbol.B", Assert.Single(refused.Errors).Key);
    }

    [Fact]
    public void Before_trading_begins_nothing_accrues()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 100, 100), Plan.Idle, capital: 10_000)
            .WithExecution(execution => execution with { Interest = Rates })
            .With(config => config with { TradeFrom = new DateOnly(2020, 1, 3) }).Run();

        Assert.Single(run.Interest);
    }

    [Fact]
    public void It_is_settled_ahead_of_a_split()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 50), Enter(Direction.Short), 200, 10_000).WithLeverage(5).WithSplit(2, 2)
            .WithExecution(execution => execution with { Interest = Rates with { Cash = 0 } }).Run();

        Assert.Equal((20_000m, -2m), (Assert.Single(run.Interest).Balance, run.Interest[0].Cash));
    }

    [Fact]
    public void The_total_has_all_of_it()
    {
        RecordedRun run = new Scenario().WithBars("A", TestBar.Flat(100, 100, 100))
            .WithPortfolio("one", Plan.Idle, capital: 10_000).WithPortfolio("other", Plan.Idle, capital: 20_000)
            .WithExecution(execution => execution with { Interest = new InterestConfig { Cash = 0.0036m } }).Run();

        Assert.Equal(30_000.600003, run.Equity.Last(row => row.Portfolio == "total").Equity, 1e-9);
    }

    private static ScriptedStrategy.Script Enter(Direction direction) => Plan.On((0, signals => signals.Enter(direction)));

    private static RecordedRun Run(ScriptedStrategy.Script script, params double[] closes) => Run(script, Rates, closes);

    private static RecordedRun Run(ScriptedStrategy.Script script, double first, (double Open, double Close) second, double third) =>
        Of(script, Rates, TestBar.Days((first, first, first, first), (second.Open, second.Close, second.Open, second.Close), (third, third, third, third)));

    private static RecordedRun Run(ScriptedStrategy.Script script, InterestConfig rates, params double[] closes) => Of(script, rates, TestBar.Flat(closes));

    private static RecordedRun Of(ScriptedStrategy.Script script, InterestConfig rates, IReadOnlyList<TestBar> bars) =>
        Scenario.Of(bars, script, 200, 10_000).WithLeverage(5).WithExecution(execution => execution with { Interest = rates }).Run();
}
