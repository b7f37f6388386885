namespace Backtest.Tests;

/// <summary>Money for one of two symbols: A is held with a target at 103, and B is to be bought at 99 on the same day.</summary>
public sealed class FinerBarsOfSeveralTests
{
    private static readonly Timeframe TwelveHours = new(12, 'h');

    private static readonly (double, double, double, double) Rises = (100, 103, 100, 103);
    private static readonly (double, double, double, double) Falls = (100, 100, 99, 99);
    private static readonly (double, double, double, double) Rests = (100, 100, 100, 100);

    [Fact]
    public void What_an_exit_frees_pays_for_what_is_met_later_in_the_turn()
    {
        RecordedRun run = Scenario([Rises, At(103)], [Rests, Falls]).Run();

        Assert.Equal([("A", 100m), ("A", 103m), ("B", 99m)], Fills(run));
    }

    [Fact]
    public void It_does_not_pay_for_what_is_met_before()
    {
        RecordedRun run = Scenario([Rests, Rises], [Falls, At(99)]).Run();

        Assert.Equal([("A", 100m), ("A", 103m)], Fills(run));
        Assert.Contains(run.Orders, order => order.Order is { Status: OrderStatus.Rejected, Reason: "insufficient_funds" });
    }

    [Fact]
    public void It_does_not_pay_for_what_is_met_in_the_same_finer_bar()
    {
        RecordedRun run = Scenario([Rises, At(103)], [Falls, At(99)]).Run();

        Assert.Equal([("A", 100m), ("A", 103m)], Fills(run));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public void It_does_not_pay_where_a_bar_has_no_finer_ones_to_say_when(string without)
    {
        RecordedRun run = Scenario([Rises, At(103)], [Rests, Falls], without).Run();

        Assert.Equal([("A", 100m), ("A", 103m)], Fills(run));
    }

    [Fact]
    public void What_is_closed_at_the_open_pays_for_what_is_entered_there_also_without_finer_bars()
    {
        RecordedRun run = Scenario([Rises, At(103)], [Rests, Rests], "A", isAtOpen: true).Run();

        Assert.Equal([("A", 100m), ("A", 100m), ("B", 100m)], Fills(run));
    }

    /// <summary>A is bought on the second day; on the third each symbol has two finer bars, except the one without.</summary>
    private static Scenario Scenario(
        (double, double, double, double)[] a, (double, double, double, double)[] b, string? without = null, bool isAtOpen = false)
    {
        var scenario = new Scenario();
        var finer = new Dictionary<string, IReadOnlyList<TestBar>> { ["A"] = Bars(a), ["B"] = Bars(b) };
        foreach ((string symbol, IReadOnlyList<TestBar> bars) in finer)
            scenario.WithBars(symbol, FinerBarsOf.Joined(bars, TimeSpan.FromDays(1)));
        scenario.WithPortfolio(
            "main",
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar is { Symbol: "A", Index: 0 })
                    signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.At(103) });
                else if (bar is { Symbol: "A", Index: 1 } && isAtOpen)
                    signals.Exit();
                else if (bar is { Symbol: "B", Index: 1 })
                    signals.Enter(Direction.Long, isAtOpen ? default : new EntryTerms { Limit = 99 });
            },
            quantity: 10,
            capital: 1_050);
        foreach ((string symbol, IReadOnlyList<TestBar> bars) in finer)
            scenario.WithFiner(TwelveHours, symbol == without ? [.. bars.Take(4)] : bars, symbol: symbol);
        return scenario;
    }

    private static (double, double, double, double) At(double price) => (price, price, price, price);

    private static IReadOnlyList<TestBar> Bars((double Open, double High, double Low, double Close)[] last) =>
    [
        .. new[] { Rests, Rests, Rests, Rests }.Concat(last).Select((bar, place) =>
            new TestBar(TestBar.FirstDay.AddHours(12 * place), bar.Item1, bar.Item2, bar.Item3, bar.Item4)),
    ];

    private static (string, decimal)[] Fills(RecordedRun run) => [.. run.Fills.Select(fill => (fill.Fill.Instrument.Symbol, fill.Fill.Price))];
}
