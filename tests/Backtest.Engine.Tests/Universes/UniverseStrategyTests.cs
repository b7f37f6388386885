using System.Globalization;

namespace Backtest.Tests;

/// <summary>A strategy that decides for all its symbols together.</summary>
public sealed class UniverseStrategyTests
{
    private static readonly IReadOnlyList<TestBar> Flat = TestBar.Flat(10, 10, 10, 10, 10);

    [Fact]
    public void A_turn_has_every_symbol_with_a_bar_in_it_by_symbol()
    {
        var seen = new List<string>();
        IReadOnlyList<TestBar> late = [.. TestBar.Flat(10, 10, 12, 10, 14).Skip(2)];
        Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) => seen.Add(Text(turn))), ("B", Flat), ("A", late)).Run();

        Assert.Equal(["B 10", "B 10", "A 12, B 10", "A 10, B 10", "A 14, B 10"], seen);
    }

    [Fact]
    public void A_turn_tells_its_time_and_day()
    {
        var seen = new List<(DateTime, DateOnly)>();
        Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) => seen.Add((turn.Time, turn.TradingDay))), ("A", Flat)).Run();

        Assert.Equal((TestBar.FirstDay.AddDays(1), DateOnly.FromDateTime(TestBar.FirstDay)), seen[0]);
    }

    [Fact]
    public void Only_the_strategys_symbols_are_in_a_turn()
    {
        var seen = new List<string>();
        Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) => seen.Add(Text(turn))), ("A", Flat), ("B", Flat), ("C", Flat))
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Symbols = ["C", "A"] }] })
            .Run();

        Assert.Equal("A 10, C 10", seen[0]);
    }

    [Fact]
    public void A_symbol_is_a_member_once_its_indicators_are_ready()
    {
        var seen = new List<string>();
        IReadOnlyList<TestBar> late = [.. TestBar.Flat(10, 20, 30, 40, 50).Skip(1)];
        Scenario.OfUniverse(
            new ScriptedUniverse((in turn, values, signals) => seen.Add(Values(turn, values)), Indicators.Sma(3)), ("A", Flat), ("B", late)).Run();

        Assert.Equal(["A 10", "A 10, B 30", "A 10, B 40"], seen);
    }

    [Fact]
    public void Called_before_ready_it_is_told_who_is_not()
    {
        var seen = new List<bool>();
        Scenario.OfUniverse(
            new ScriptedUniverse((in turn, values, signals) => seen.Add(turn[0].IsReady), Indicators.Sma(3), callsBeforeReady: true), ("A", Flat))
            .Run();

        Assert.Equal([false, false, true, true, true], seen);
    }

    [Fact]
    public void Signals_fill_and_positions_are_those_of_their_symbols()
    {
        var seen = new List<(decimal, decimal)>();
        RecordedRun run = Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) =>
        {
            seen.Add((turn[0].Position.Quantity, turn.Position(turn[1].Instrument).Quantity));
            if (seen.Count == 1)
                signals[turn[1].Instrument].Enter(Direction.Short, new EntryTerms { Strength = 0.5 });
            if (seen.Count == 2)
                signals[turn[0].Instrument].Enter(Direction.Long);
            if (seen.Count == 4)
                signals[turn[1].Instrument].Exit();
        }), ("A", Flat), ("B", Flat)).Run();

        Assert.Equal([(0m, 0m), (0m, -5m), (10m, -5m), (10m, -5m), (10m, 0m)], seen);
        Assert.Equal(["B", "A", "B"], run.Fills.Select(fill => fill.Fill.Instrument.Symbol));
        Assert.Equal([1, 2, 4], run.Signals.Select(signal => (signal.Signal.Signal.Time - TestBar.FirstDay).Days));
    }

    [Fact]
    public void A_symbol_without_a_bar_in_the_turn_can_be_left_and_fills_when_it_has_one()
    {
        IReadOnlyList<TestBar> halted = [.. Flat.Take(2), .. TestBar.Flat(10, 10, 10, 10, 20).Skip(4)];
        Instrument? held = null;
        RecordedRun run = Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) =>
        {
            if (held is null)
            {
                held = turn[1].Instrument;
                signals[held].Enter(Direction.Long);
            }
            else if (turn.Count == 1 && !turn.Position(held).IsFlat)
                signals[held].Exit();
        }), ("A", Flat), ("B", halted)).Run();

        Assert.Equal([10m, 20m], run.FillPrices);
        Assert.Equal(["Ordered", "Ordered", "NothingToExit"], run.Outcomes);
    }

    [Fact]
    public void The_numbers_behind_a_signal_are_those_of_its_symbol()
    {
        RecordedRun run = Scenario.OfUniverse(
            new ScriptedUniverse((in turn, _, signals) =>
            {
                if (turn.Count == 2)
                    signals[turn[1].Instrument].Enter(Direction.Long);
            }, Indicators.Sma(1)),
            ("A", Flat), ("B", TestBar.Flat(21, 22, 23, 24, 25))).Run();

        Assert.Equal([21d, 22, 23, 24, 25], run.IndicatorValues);
    }

    [Fact]
    public void It_starts_once_and_hears_of_its_fills_and_of_each_regime_once()
    {
        var strategy = new ScriptedUniverse((in turn, values, signals) =>
        {
            if (turn[0].Bar.Index == 0)
                signals[turn[1].Instrument].Enter(Direction.Long);
        });
        Scenario.OfUniverse(strategy, ("A", Flat), ("B", Flat))
            .UnderClassifier("market", new ScriptedClassifier(bar => bar < 3 ? 0 : 1, "bear", "bull"), reference: "A")
            .Run();

        Assert.Equal(["start all", "market bear", "fill B", "market bull"], strategy.Heard);
    }

    [Fact]
    public void Signals_on_a_symbol_that_has_had_no_bar_or_is_not_its_own_are_faults()
    {
        Instrument stranger = new() { Symbol = "B", Index = 1 };
        IReadOnlyList<TestBar> late = [.. Flat.Skip(3)];
        foreach (string[] symbols in new string[][] { [], ["A"] })
        {
            RecordedRun run = Scenario.OfUniverse(
                new ScriptedUniverse((in turn, values, signals) => signals[stranger].Enter(Direction.Long)), ("A", Flat), ("B", late))
                .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Symbols = symbols }] })
                .Run();

            Assert.IsType<ArgumentException>(Assert.Single(run.Result.Faults).Exception);
        }
    }

    [Fact]
    public void A_universe_strategy_cannot_be_in_a_container()
    {
        Scenario scenario = Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) => { }), ("A", Flat));
        scenario.Plugins.Add("net", new ScriptedContainer(Plan.Idle));
        InputException exception = Assert.Throws<InputException>(() => scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [new StrategyConfig { Name = "net", Type = "net", Strategies = portfolio.Strategies }],
        }).Run());

        Assert.Contains("'main' decides on all symbols together", Assert.Single(exception.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_size_of_chunks_nor_gaps_show()
    {
        RecordedRun whole = Walking().Run();
        foreach (int chunkBytes in new[] { 0, 700, 5000 })
            Assert.Equal(whole.Result.EventStreamHash, Walking().Run(new RunOptions { ChunkBytes = chunkBytes }).Result.EventStreamHash);
        Assert.True(whole.Trades.Count > 10);
    }

    [Fact]
    public void Once_warm_a_turn_allocates_nothing()
    {
        const int Warm = 1000;
        double sum = 0;

        Assert.Equal(0, Allocations.Least(Allocated));
        Assert.NotEqual(0, sum);

        long Allocated()
        {
            long before = 0;
            long allocated = -1;
            Scenario.OfUniverse(
                new ScriptedUniverse((in turn, values, signals) =>
                {
                    if (turn[0].Bar.Index < 100)
                        Ranked(turn, values, signals);
                    foreach (UniverseMember member in turn)
                        sum += values[member.Instrument] + member.Bar.Close + member.Position.UnrealizedProfit;
                    if (turn[0].Bar.Index == Warm)
                        before = GC.GetAllocatedBytesForCurrentThread();
                    if (turn[0].Bar.Index == 2 * Warm)
                        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                }, Indicators.Roc(5)),
                [.. Enumerable.Range(0, 40).Select(i => ($"S{i:00}", Walk.Bars(i, (2 * Warm) + 500)))])
                .Unrecorded(new RunOptions { ChunkBytes = 40 * 80 * 100 });
            return allocated;
        }
    }

    private static Scenario Walking() => Scenario.OfUniverse(
        new ScriptedUniverse(Ranked, Indicators.Roc(5)),
        ("A", Walk.Bars(1, 80, missing: 30)), ("B", Walk.Bars(2, 90, first: 5)), ("C", Walk.Bars(3, 70, missing: 10)));

    /// <summary>Holds the symbol that rose most.</summary>
    private static void Ranked(in UniverseTurn turn, PerSymbol<double> values, IUniverseSignals signals)
    {
        int best = 0;
        for (int i = 1; i < turn.Count; i++)
        {
            if (values[turn[i].Instrument] > values[turn[best].Instrument])
                best = i;
        }

        foreach (UniverseMember member in turn)
        {
            bool isBest = member.Instrument.Index == turn[best].Instrument.Index;
            if (isBest && member.Position.IsFlat)
                signals[member.Instrument].Enter(Direction.Long);
            else if (!isBest && !member.Position.IsFlat)
                signals[member.Instrument].Exit();
        }
    }

    private static string Text(UniverseTurn turn)
    {
        var members = new List<string>();
        foreach (UniverseMember member in turn)
            members.Add(string.Create(CultureInfo.InvariantCulture, $"{member.Symbol} {member.Bar.Close}"));
        return string.Join(", ", members);
    }

    private static string Values(UniverseTurn turn, PerSymbol<double> values)
    {
        var members = new List<string>();
        foreach (UniverseMember member in turn)
            members.Add(string.Create(CultureInfo.InvariantCulture, $"{member.Symbol} {values[member.Instrument]}"));
        return string.Join(", ", members);
    }
}
