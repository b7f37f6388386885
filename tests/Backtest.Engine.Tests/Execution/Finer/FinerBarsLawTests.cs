using CsCheck;

namespace Backtest.Tests;

/// <summary>Laws of every run that uses finer bars.</summary>
public sealed class FinerBarsLawTests
{
    private const double Rounding = 1e-9; // from rounding a double to fifteen digits in a decimal

    private static readonly Timeframe FourHours = new(4, 'h');

    private static readonly Gen<(int Seed, string Otherwise, string Matching)> Runs = Gen.Select(
        Gen.Int[0, 1_000_000],
        Gen.Int[0, ExecutionModel.Paths.Count - 1].Select(place => ExecutionModel.Paths[place]),
        Gen.Int[0, ExecutionModel.Matchings.Count - 1].Select(place => ExecutionModel.Matchings[place]));

    /// <summary>
    /// The alternative without finer bars: bars of the lower timeframe trade, and the strategy decides on days made of them.
    /// </summary>
    [Fact]
    public void Orders_fill_as_they_do_where_the_finer_bars_trade_and_the_strategy_decides_on_longer_ones() => Runs.Sample(one =>
    {
        (RecordedRun days, RecordedRun hours) = Both(one);

        Assert.Equal(hours.Fills.Select(Filled), days.Fills.Select(Filled));
        Assert.Equal(hours.Trades.Select(Traded), days.Trades.Select(Traded));
        Assert.Equal(hours.Result.FinalEquity, days.Result.FinalEquity);
    }, iter: 1000);

    private static (RecordedRun Days, RecordedRun Hours) Both((int Seed, string Otherwise, string Matching) one)
    {
        IReadOnlyList<TestBar> finer = Walk.Bars(one.Seed, count: 240, timeframe: FourHours);
        var random = new Random(one.Seed);
        ExecutionConfig execution = new()
        {
            Matching = new ExecutionModel(one.Matching),
            VolumeLimit = random.Next(3) == 0 ? 0.05m : null,
            Latency = random.Next(4) == 0 ? new Latency.Time(new Timeframe(random.Next(1, 30), 'h')) : null,
            Slippage = new SlippageConfig.VolumeShare(0.1m, 0.5m),
            Commission = new CommissionConfig.PerShare(0.005m, 1, 0.005m),
        };
        ScriptedStrategy.Script script = Walk.Trades(one.Seed, rate: 24);
        var calendar = new WholeDays();
        RecordedRun days = Sized(Of(new Scenario { Calendar = calendar }, FinerBarsOf.Joined(finer, TimeSpan.FromDays(1)), script)
            .WithExecution(_ => execution).WithFiner(FourHours, finer, one.Otherwise)).Run();
        RecordedRun hours = Sized(Of(new Scenario { Calendar = calendar, Timeframe = FourHours }, finer, script)
            .WithExecution(_ => execution with { Path = new ExecutionModel(one.Otherwise) }).On(Timeframe.Day)).Run();
        return (days, hours);
    }

    [Fact]
    public void No_fill_lies_outside_its_bar_or_comes_before_its_order() => Runs.Sample(one =>
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(one.Seed, count: 100);
        var random = new Random(one.Seed);
        RecordedRun run = Of(new Scenario(), bars, Walk.Trades(one.Seed, rate: 24)).WithExecution(execution => execution with
        {
            Matching = new ExecutionModel(random.Next(2) == 0 ? "standard" : "traded_through"),
        }).WithFiner(FourHours, one.Otherwise, bar => random.Next(10) == 0 ? [] : FinerBarsOf.Split(bar, TimeSpan.FromHours(4), 6, random)).Run();

        Assert.All(run.Fills, filled =>
        {
            TestBar bar = bars[(int)filled.Fill.BarIndex];
            Assert.InRange((double)filled.Fill.Price, bar.Low - Rounding, bar.High + Rounding);
            Assert.InRange(filled.Fill.Time, bar.Start, bar.Start.AddDays(1));
            Assert.Equal((bar.Start, bar.Open), (filled.Fill.BarStart, filled.Fill.BarOpen));
            Assert.True(filled.Fill.Time >= run.Order(filled.Fill.OrderId).Order.Time);
        });
        Assert.Equal(run.Fills.Select(fill => fill.Fill.Time).Order(), run.Fills.Select(fill => fill.Fill.Time));
    }, iter: 300);

    [Fact]
    public void Neither_the_size_of_chunks_nor_the_number_of_threads_shows() => RunLaws.Hold(
        seed =>
        {
            var random = new Random(seed);
            return Walk.Scenario(seed, new ExecutionConfig { VolumeLimit = 0.1m, Commission = new CommissionConfig.PerOrder(1) })
                .WithFiner(FourHours, "pessimistic", bar => random.Next(10) switch
                {
                    0 => [],
                    1 => FinerBarsOf.Split(bar with { High = bar.High * 1.01 }, TimeSpan.FromHours(4), 6, random),
                    _ => FinerBarsOf.Split(bar, TimeSpan.FromHours(4), 6, random),
                });
        },
        runs: 150);

    private static Scenario Of(Scenario scenario, IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script) =>
        scenario.WithBars("A", bars).WithPortfolio("main", script, capital: 10_000_000);

    /// <summary>Lots of one, so that fractions of volumes are whole numbers.</summary>
    private static Scenario Sized(Scenario scenario) => scenario.WithInstrument(new Instrument { Symbol = "A", LotSize = 1 });

    private static (DateTime, Side, decimal, decimal, decimal, int) Filled((string, FillEvent Fill) filled) =>
        (filled.Fill.Time, filled.Fill.Side, filled.Fill.Quantity, filled.Fill.Price, filled.Fill.Commission, filled.Fill.OrderId);

    private static (DateTime, decimal, double, double) Traded((string, TradeEvent Trade) traded) =>
        (new DateTime(traded.Trade.ExitTime, DateTimeKind.Utc), traded.Trade.Profit, traded.Trade.MaximumAdverseExcursion, traded.Trade.MaximumFavorableExcursion);

    /// <summary>Every day trades from midnight to midnight, and its end is known.</summary>
    private sealed class WholeDays : ITradingCalendar
    {
        public string Name => "whole days";

        public int Day(long time) => (int)(time / TimeSpan.TicksPerDay);

        public TradingSession? Session(int day) => new TradingSession(day * TimeSpan.TicksPerDay, (day + 1) * TimeSpan.TicksPerDay);
    }
}
