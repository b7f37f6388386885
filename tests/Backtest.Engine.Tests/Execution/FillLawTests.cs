using CsCheck;

namespace Backtest.Tests;

/// <summary>Laws of every fill under our own rules, for any path.</summary>
public sealed class FillLawTests
{
    private const double Rounding = 1e-9; // from rounding a double to fifteen digits in a decimal

    private static readonly Gen<(int Seed, string Path, string Matching)> Runs = Gen.Select(
        Gen.Int[0, 1_000_000],
        Gen.Int[0, ExecutionModel.Paths.Count - 1].Select(place => ExecutionModel.Paths[place]),
        Gen.Bool.Select(isStrict => isStrict ? "traded_through" : "standard"));

    [Fact]
    public void No_fill_lies_outside_its_bar_or_comes_before_its_order() => Runs.Sample(one =>
    {
        (RecordedRun run, IReadOnlyList<TestBar> bars) = Run(one);
        Assert.All(run.Fills, filled =>
        {
            TestBar bar = bars[(int)filled.Fill.BarIndex];
            Assert.InRange((double)filled.Fill.Price, bar.Low - Rounding, bar.High + Rounding);
            Assert.True(filled.Fill.Time >= run.Order(filled.Fill.OrderId).Order.Time);
        });
    }, iter: 300);

    [Fact]
    public void Of_entries_that_cancel_each_other_at_most_one_fills() => Runs.Sample(one =>
    {
        IEnumerable<IGrouping<int, OrderRecord>> groups = Run(one).Run.Orders.Select(order => order.Order).Where(order => order.Order.Group > 0)
            .GroupBy(order => order.Order.Group).Where(group => group.Any(order => order.Order.IsGrouped));
        Assert.All(groups, group => Assert.InRange(group.Count(order => order.Filled > 0), 0, 1));
    }, iter: 300);

    [Fact]
    public void No_order_fills_beyond_its_quantity_or_after_it_is_done() => Runs.Sample(one =>
    {
        RecordedRun run = Run(one).Run;
        Dictionary<int, DateTime> ends = run.OrderStates.Where(row => row.State.State == OrderState.Done)
            .ToDictionary(row => row.State.OrderId, row => new DateTime(row.State.Time, DateTimeKind.Utc));
        Assert.All(run.Fills.GroupBy(row => row.Fill.OrderId), fills =>
        {
            OrderRecord order = run.Order(fills.Key);
            Assert.Equal(order.Filled, fills.Sum(row => row.Fill.Quantity));
            Assert.InRange(order.Filled, 0, order.Order.Quantity);
            Assert.All(fills, row => Assert.True(!ends.TryGetValue(fills.Key, out DateTime end) || row.Fill.Time <= end));
        });
    }, iter: 100);

    [Fact]
    public void No_order_that_closes_turns_its_position() => Runs.Sample(one =>
    {
        RecordedRun run = Run(one).Run;
        decimal held = 0;
        foreach ((_, FillEvent fill) in run.Fills)
        {
            decimal after = held + (fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
            if (run.Order(fill.OrderId).Order.PositionEffect == PositionEffect.Close)
                Assert.True(Math.Abs(after) < Math.Abs(held) && after * held >= 0);
            held = after;
        }
    }, iter: 100);

    [Fact]
    public void The_commission_of_a_list_is_the_sum_of_its_parts() => Runs.Sample(one =>
    {
        CommissionConfig[] parts =
            [new CommissionConfig.PerOrder(0.5m), new CommissionConfig.MakerTaker(-0.0001m, 0.0005m), new CommissionConfig.PerShare(0.01m, 1)];
        decimal[] alone = [.. parts.Select(part => Run(one, part).Run.Fills.Sum(fill => fill.Fill.Commission))];

        Assert.Equal(alone.Sum(), Run(one, new CommissionConfig.Sum(parts)).Run.Fills.Sum(fill => fill.Fill.Commission));
    }, iter: 100);

    private static (RecordedRun Run, IReadOnlyList<TestBar> Bars) Run((int Seed, string Path, string Matching) one, CommissionConfig? commission = null)
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(one.Seed, count: 100);
        RecordedRun run = Scenario.Of(bars, Walk.Trades(one.Seed, rate: 24), capital: 10_000_000).WithExecution(execution => execution with
        {
            Path = new ExecutionModel(one.Path),
            Matching = new ExecutionModel(one.Matching),
            Commission = commission ?? new CommissionConfig.None(),
        }).Run();
        return (run, bars);
    }
}
