using CsCheck;

namespace Backtest.Tests;

public sealed class TimeframesDeterminismTests
{
    private static readonly Timeframe Quarter = new(15, 'm');

    [Fact]
    public void Neither_chunks_nor_threads_nor_the_order_of_the_source_show() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 5000], Gen.Int[1, 3]).Sample((seed, chunkBytes, threads) =>
        {
            RecordedRun whole = Mixed(seed).Run();
            RecordedRun other = Mixed(seed, symbols => symbols.Reverse()).Run(new RunOptions { ChunkBytes = chunkBytes, Threads = threads });

            Assert.Equal(whole.Result.EventStreamHash, other.Result.EventStreamHash);
            foreach (string portfolio in new[] { "first", "second", "total" })
                Assert.Equal(whole.Rows(portfolio), other.Rows(portfolio));
        }, iter: 100);

    [Fact]
    public void Cutting_the_data_leaves_everything_before_unchanged() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 400]).Sample((seed, quarters) =>
        {
            DateTime cut = TestBar.FirstDay.AddMinutes(15 * quarters);
            RecordedRun whole = Mixed(seed).Run();
            RecordedRun part = Mixed(seed).CutAt(cut).Run();

            // The run's time reaches the last remaining bar, so a higher bar that ends after it is not seen.
            long last = Math.Min(part.Equity.Max(row => row.Time), cut.Ticks);
            foreach (string portfolio in new[] { "first", "second", "total" })
                Assert.Equal(whole.Rows(portfolio, last), part.Rows(portfolio, last));
        }, iter: 100);

    [Fact]
    public void These_tests_see_signals_on_both_timeframes()
    {
        RecordedRun run = Mixed(seed: 4).Run();

        Assert.Contains(run.Signals, signal => signal.Portfolio == "first");
        Assert.Contains(run.Signals, signal => signal.Portfolio == "second");
        Assert.Contains(run.Signals, signal => new DateTime(signal.Signal.BarStart).Minute == 30);
    }

    /// <summary>A strategy on hours that reads days, one on quarter hours that reads hours, and a classifier on half hours.</summary>
    private static Scenario Mixed(int seed, Func<IEnumerable<string>, IEnumerable<string>>? order = null)
    {
        var random = new Random(seed);
        var scenario = new Scenario { Timeframe = Quarter, Calendar = new WeekdayCalendar(), SymbolOrder = order ?? (symbols => symbols) };
        for (int i = 0; i < random.Next(1, 5); i++)
            scenario.WithBars($"{(char)('A' + i)}", Walk.Bars(seed + i, 250 + random.Next(200), random.Next(100), random.Next(40), Quarter));
        scenario
            .WithPortfolio("first", Walk.Trades(seed), quantity: 20, capital: 10_000).On(new(1, 'h'))
            .WithPortfolio("second", Walk.Trades(seed + 1), quantity: 100, capital: 50_000)
            .WithIndicators("first", Indicators.Sma(1).On(Timeframe.Day))
            .WithIndicators("second", Indicators.Sma(2).On(new(1, 'h')), Indicators.Ema(3), Indicators.Sma(1).On(new(2, 'h')).Ago(1))
            .WithExecution(config => config with { Slippage = new SlippageConfig.BasisPoints(2), VolumeLimit = 0.5m })
            .UnderClassifier("market", new ScriptedClassifier(bar => (int)(bar / 5 % 2), "bear", "bull"));
        return scenario.With(config => config with { Classifiers = [config.Classifiers[0] with { Timeframe = new(30, 'm') }] });
    }
}
