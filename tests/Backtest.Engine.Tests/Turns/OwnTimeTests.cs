using CsCheck;

namespace Backtest.Tests;

/// <summary>A portfolio has its own time: symbols it neither trades nor reads do not affect it.</summary>
public sealed class OwnTimeTests
{
    private static readonly Timeframe Quarter = new(15, 'm');
    private static readonly DateTime LastEnd = TestBar.FirstDay.AddDays(4);

    private enum View
    {
        None,
        OfReference,
        OfEachSymbol,
    }

    [Fact]
    public void What_a_portfolio_neither_trades_nor_reads_changes_nothing_of_it() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Enum<View>()).Sample((seed, view) =>
        {
            RecordedRun alone = Own(seed, view).Run();
            RecordedRun among = WithOthers(Own(seed, view), seed).Run();

            Assert.Equal(alone.OwnRows("first"), among.OwnRows("first"));
            string path = view == View.None ? "first" : "market/first";
            Assert.Equal(alone.Result.ContainerHashes[path], among.Result.ContainerHashes[path]);
        }, iter: 150);

    [Fact]
    public void Neither_chunks_nor_threads_show_where_portfolios_trade_apart() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Enum<View>(), Gen.Int[0, 5000], Gen.Int[1, 3]).Sample((seed, view, chunkBytes, threads) =>
        {
            RecordedRun whole = WithOthers(Own(seed, view), seed).Run();
            RecordedRun other = WithOthers(Own(seed, view), seed).Run(new RunOptions { ChunkBytes = chunkBytes, Threads = threads });

            Assert.Equal(whole.Result.EventStreamHash, other.Result.EventStreamHash);
            foreach (string portfolio in new[] { "first", "other", "late", "total" })
                Assert.Equal(whole.Rows(portfolio), other.Rows(portfolio));
        }, iter: 150);

    [Fact]
    public void The_total_has_a_row_wherever_a_portfolio_has_one_and_counts_the_others_at_their_last() =>
        Gen.Int[0, 100_000].Sample(seed =>
        {
            RecordedRun run = WithOthers(Own(seed, View.None), seed).Run();
            string[] portfolios = ["first", "other", "late"];
            long[] times = [.. run.Equity.Where(row => row.Portfolio != "total").Select(row => row.Time).Distinct().Order()];

            Assert.Equal(times, run.Equity.Where(row => row.Portfolio == "total").Select(row => row.Time));
            foreach ((_, long time, double equity, _, _) in run.Equity.Where(row => row.Portfolio == "total"))
                Assert.Equal(portfolios.Sum(portfolio => LastOf(run, portfolio, time)), equity, 6);
        }, iter: 30);

    [Fact]
    public void These_tests_see_portfolios_that_trade()
    {
        RecordedRun run = WithOthers(Own(3, View.OfReference), 3).Run();

        foreach (string portfolio in new[] { "first", "other", "late" })
            Assert.Contains(run.Trades, trade => trade.Portfolio == portfolio);
        Assert.True(run.Equity.Count(row => row.Portfolio == "total") > run.Equity.Count(row => row.Portfolio == "first"));
    }

    private static double LastOf(RecordedRun run, string portfolio, long time)
    {
        double capital = (double)run.Description.Portfolios.Single(own => own.Name == portfolio).Capital;
        return run.Equity.Where(row => row.Portfolio == portfolio && row.Time <= time).Select(row => row.Equity).LastOrDefault(capital);
    }

    /// <summary>A portfolio on quarter hours and hours, sometimes with a strategy on longer bars; only a classifier reads M.</summary>
    private static Scenario Own(int seed, View view)
    {
        var random = new Random(seed);
        var scenario = new Scenario { Timeframe = Quarter }
            .WithBars("D", Ending(Walk.Bars(seed, 300, random.Next(40), random.Next(40), Quarter), Quarter))
            .WithBars("P", Ending(Walk.Bars(seed + 1, 80, random.Next(9), random.Next(20), Timeframe.Hour), Timeframe.Hour), Timeframe.Hour)
            .WithPortfolio("first", Walk.Trades(seed), quantity: 20, capital: 10_000)
            .WithExecution(_ => new ExecutionConfig
            {
                Slippage = new SlippageConfig.BasisPoints(2),
                VolumeLimit = 0.3m,
                FillsAtClose = random.Next(3) == 0,
                ClosesAtEnd = random.Next(2) == 0,
            });
        // One series always ends with the run, so that its last turn is the same with and without other symbols.
        scenario.WithBars("M", Walk.Bars(seed + 2, 4), Timeframe.Day);
        scenario.Plugins.Add("first", Cautious());
        scenario.Trading("first", "D", "P");
        if (random.Next(2) == 0)
        {
            scenario.WithFirst(portfolio => portfolio with
            {
                Strategies = [.. portfolio.Strategies, portfolio.Strategies[0] with { Name = "slow", Timeframe = new(2, 'h') }],
            });
        }

        return view == View.None ? scenario : scenario.UnderClassifier(
            "market", new ScriptedClassifier(bar => (int)(bar / 3 % 2), "bear", "bull"), view == View.OfReference ? "M" : null);
    }

    /// <summary>Symbols before, between and after those of the portfolio, with bars of other lengths, and portfolios that trade them.</summary>
    private static Scenario WithOthers(Scenario scenario, int seed)
    {
        var random = new Random(seed + 1);
        Timeframe[] lengths = [new(5, 'm'), Quarter, Timeframe.Hour, Timeframe.Day];
        foreach (string symbol in new[] { "A", "F", "Z" })
        {
            Timeframe length = lengths[random.Next(lengths.Length)];
            int count = (int)Math.Min(600, 4 * Timeframe.Day.Ticks / length.Ticks);
            int missing = length == Timeframe.Day ? 0 : random.Next(30);
            scenario.WithBars(
                symbol, Ending(Walk.Bars(seed + symbol[0], count, 0, missing, length), length), length,
                random.Next(2) == 0 ? new WeekdayCalendar() : null);
        }

        return scenario
            .WithPortfolio("other", Walk.Trades(seed + 5), quantity: 30, capital: 20_000).Trading("other", "A", "F")
            .WithPortfolio("late", Walk.Trades(seed + 6), quantity: 10, capital: 30_000).Trading("late", "D", "Z");
    }

    /// <summary>A risk manager that depends on turns with bars and on days, as limits do.</summary>
    private static ScriptedRisk Cautious()
    {
        int bars = 0;
        int day = 0;
        return new ScriptedRisk(20, (in turn, orders) =>
        {
            bars += turn.Portfolio.HasBars ? 1 : 0;
            bool isTime = turn.Portfolio.HasBars && bars % 11 == 0;
            Assert.True(turn.Portfolio.Day >= day);
            day = turn.Portfolio.Day;
            foreach (Instrument instrument in turn.Portfolio.Held)
            {
                if (isTime)
                    orders.Reduce(instrument, 0.5, $"{day}");
            }
        });
    }

    private static TestBar[] Ending(IReadOnlyList<TestBar> bars, Timeframe length) =>
        [.. bars.Where(bar => bar.Start.Ticks + length.Ticks <= LastEnd.Ticks)];
}
