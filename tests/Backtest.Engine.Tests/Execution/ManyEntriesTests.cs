namespace Backtest.Tests;

/// <summary>Ten thousand signals per bar cost ten times as much as a thousand; searching all orders for each would cost a hundred times.</summary>
public sealed class ManyEntriesTests
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Warm = 2;
    private const int Bars = 6;
    private const int MostBytes = 6_000;

    private delegate void Repeated(BarEvent bar, ISignals signals);

    public static TheoryData<string, Action<ISignals>> Kinds { get; } = new()
    {
        { "at the market", signals => signals.Enter(Direction.Long, new EntryTerms { Add = true }) },
        { "at a limit that is not touched", signals => signals.Enter(Direction.Long, new EntryTerms { Add = true, Limit = 5 }) },
        {
            "with protection",
            signals => signals.Enter(
                Direction.Long, new EntryTerms { Add = true, StopLoss = PriceLevel.At(5), TakeProfit = PriceLevel.At(50) })
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Memory_grows_with_the_entries_of_a_bar_and_no_faster(string kind, Action<ISignals> enter)
    {
        long few = Allocated(Few, enter) / Few;
        long many = Allocated(Many, enter) / Many;

        Assert.True(many < Math.Min(3 * few, (Bars - Warm) * MostBytes), $"{kind}: {few} bytes an entry among {Few}, {many} among {Many}");
    }

    [Fact]
    public void Ten_thousand_entries_a_bar_all_fill_and_so_do_as_many_exits()
    {
        RecordedRun run = Run(Many, (BarEvent bar, ISignals signals) =>
        {
            if (bar.Index % 2 == 0)
                signals.Enter(Direction.Long, new EntryTerms { Add = true });
            else
                signals.Exit(1.0 / Many);
        });

        Assert.Equal((Bars - 1) * Many, run.Result.Portfolios[0].Fills);
        Assert.Equal(Many, Assert.Single(run.Positions).Quantity);
    }

    [Fact]
    public void Entries_beyond_the_leverage_are_rejected_one_by_one()
    {
        RecordedRun run = Run(
            Many, (BarEvent bar, ISignals signals) => signals.Enter(Direction.Long, new EntryTerms { Add = true, StopLoss = PriceLevel.At(5) }),
            capital: 50_000);

        Assert.Equal(5_000, run.Result.Portfolios[0].Fills);
        Assert.Equal(Many - 5_000, run.Orders.Count(order => order.Order.Status == OrderStatus.Rejected && order.Order.Order.Id <= 2 * Many));
    }

    /// <summary>The engine's allocation for all entries from one bar to the last.</summary>
    private static long Allocated(int count, Action<ISignals> enter)
    {
        long before = 0;
        long allocated = 0;
        Run(count, (BarEvent bar, ISignals signals) =>
        {
            long now = GC.GetAllocatedBytesForCurrentThread();
            if (bar.Index == Warm && before == 0)
                before = now;
            allocated = now - before;
            enter(signals);
        });
        return allocated;
    }

    /// <summary>Repeats an action a number of times on each bar.</summary>
    private static RecordedRun Run(int count, Repeated repeated, decimal capital = 1e12m) => Scenario.Of(
        TestBar.Flat([.. Enumerable.Repeat(10.0, Bars)]),
        (BarEvent bar, in Position position, ISignals signals) =>
        {
            for (int i = 0; i < count; i++)
                repeated(bar, signals);
        },
        quantity: 1,
        capital).Run();
}
