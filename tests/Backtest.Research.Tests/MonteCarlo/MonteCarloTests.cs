using System.Globalization;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests.Simulation;

public sealed class MonteCarloTests
{
    private const string Everything =
        "{methods: [trade_order, trades, returns, bars, noise, start, costs], repetitions: 60, reruns: 20, seed: 5}";

    [Fact]
    public async Task Figures_follow_from_the_seed_whatever_the_number_of_workers()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing(Everything));

        string one = MonteCarloFiles.ToNode(await run.TryAsync(workers: 1)).ToJsonString();
        string many = MonteCarloFiles.ToNode(await run.TryAsync(workers: 4)).ToJsonString();
        WorkflowConfig reseeded = run.Config with { MonteCarlo = run.Config.MonteCarlo! with { Seed = 6 } };
        string other = MonteCarloFiles.ToNode(await run.TryAsync(config: reseeded)).ToJsonString();

        Assert.Equal(one, many);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task A_method_has_the_same_figures_alone_and_among_others()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [noise], repetitions: 50, reruns: 20}"));
        MonteCarloConfig both = run.Config.MonteCarlo! with { Methods = [MonteCarloMethods.Trades, MonteCarloMethods.Noise] };

        MonteCarloResult alone = Assert.Single((await run.TryAsync()).Methods);
        MonteCarloResult among = (await run.TryAsync(config: run.Config with { MonteCarlo = both })).Methods[1];

        Assert.Equal(alone.FinalEquity, among.FinalEquity);
        Assert.Equal(alone.MaxDrawdown, among.MaxDrawdown);
    }

    [Fact]
    public async Task The_order_of_trades_bears_on_drawdowns_alone()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [trade_order], repetitions: 4000}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        Assert.Null(result.FinalEquity);
        Assert.Null(result.ProbabilityOfLoss);
        Assert.Equal("trade", result.Step);
        FanPoint last = result.Fan[^1];
        Assert.Equal(run.Run.Trades.Length, last.Step);
        Assert.Equal(last.Equity.P5, last.Equity.P95, 1e-6 * last.Equity.P5); // the end is the same in any order
        // The same computed differently: the trades of one portfolio, shuffled by another generator.
        double[] returns = [.. run.Run.Trades.Select(trade => (double)trade.Profit / EquityAt(run.Run, trade.EntryTime))];
        Assert.Equal(DrawdownOf(returns), result.MaxDrawdown!.Run!.Value, 1e-12);
        var random = new Random(1);
        double[] drawdowns = [.. Enumerable.Range(0, 4000).Select(_ => DrawdownOf(Shuffled(returns, random))).Order()];
        Assert.InRange(result.MaxDrawdown.P50 / drawdowns[2000], 0.97, 1.03);
        Assert.InRange(result.MaxDrawdown.P95 / drawdowns[3800], 0.95, 1.05);
    }

    [Fact]
    public async Task Trades_drawn_again_come_to_what_an_independent_bootstrap_says()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [trades], repetitions: 4000}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        double[] returns = [.. run.Run.Trades.Select(trade => (double)trade.Profit / EquityAt(run.Run, trade.EntryTime))];
        var random = new Random(2);
        double[] finals =
        [
            .. Enumerable.Range(0, 4000)
                .Select(_ => random.GetItems(returns, returns.Length).Aggregate(100_000.0, (wealth, value) => wealth * (1 + value))).Order(),
        ];
        Assert.InRange(result.FinalEquity!.P5 / finals[200], 0.96, 1.04);
        Assert.InRange(result.FinalEquity.P50 / finals[2000], 0.97, 1.03);
        Assert.InRange(result.FinalEquity.P95 / finals[3800], 0.95, 1.05);
        Assert.InRange(result.ProbabilityOfLoss!.Value - (finals.Count(value => value < 100_000) / 4000.0), -0.03, 0.03);
    }

    [Fact]
    public async Task Returns_are_drawn_in_blocks_of_the_length_that_is_best_for_them()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [returns], repetitions: 2000}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        double[] path = [100_000, .. run.Run.Equity.Total.Equity];
        double[] returns = [.. path.Skip(1).Zip(path, (after, before) => (after / before) - 1)];
        Assert.Equal(BlockLength.Of(returns).Stationary, result.BlockLength!.Value, 1e-9);
        Assert.Equal(run.Run.Metrics!.Total.Sharpe!.Value, result.Sharpe!.Run!.Value, 1e-9);
        Assert.Equal(run.Run.Metrics.Total.MaxDrawdown!.Value, result.MaxDrawdown!.Run!.Value, 1e-12);
        Assert.Equal((double)run.Run.Metrics.Total.FinalEquity, result.FinalEquity!.Run!.Value, 1e-6);
        // Since the mean of resampled returns is that of the sample, the median ratio is that of the run.
        Assert.InRange(result.Sharpe.P50 - result.Sharpe.Run.Value, -0.1, 0.1);
        Assert.True(result.Sharpe.P5 < result.Sharpe.P25 && result.Sharpe.P75 < result.Sharpe.P95);
    }

    [Fact]
    public async Task Bars_are_drawn_for_all_symbols_together()
    {
        // One price is the reciprocal of the other: held in equal parts, they never lose together; drawn apart, they would half of the time.
        using var folder = new TemporaryFolder();
        var random = new Random(3);
        double price = 100;
        double[] prices = [.. Enumerable.Range(0, 300).Select(_ => price *= Math.Exp((random.NextDouble() - 0.5) * 0.06))];
        await WriteAsync("UP", value => value);
        await WriteAsync("DOWN", value => 10_000 / value);
        using SimulatedRun run = await SimulatedRun.MakeAsync(
            """
            name: mirrored
            data: {source: csv, path: "{symbol}.csv", symbols: [UP, DOWN], timeframe: 1d}
            instruments: {UP: {tick_size: 0.000001, lot_size: 0.000001}, DOWN: {tick_size: 0.000001, lot_size: 0.000001}}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.49}}}
                strategies: [{type: buy-and-hold}]
            monte_carlo: {methods: [bars], reruns: 60}
            """,
            Path.Combine(folder.Path, "mirrored.yaml"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        Assert.InRange(result.FinalEquity!.P5, 99_500, double.PositiveInfinity); // except for the gap between the first close and the first fill
        Assert.True(result.FinalEquity.P95 > result.FinalEquity.P5 + 1000);
        Assert.InRange(result.BlockLength!.Value, 1, 100);

        Task WriteAsync(string symbol, Func<double, double> of) => File.WriteAllLinesAsync(
            Path.Combine(folder.Path, $"{symbol}.csv"),
            ["date,open,high,low,close", .. prices.Select((each, day) => string.Create(
                CultureInfo.InvariantCulture,
                $"{new DateOnly(2020, 1, 1).AddDays(day):yyyy-MM-dd},{of(each):F6},{of(each):F6},{of(each):F6},{of(each):F6}"))]);
    }

    [Fact]
    public async Task Noise_that_is_next_to_nothing_changes_next_to_nothing()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [noise], reruns: 20, noise: 0.0000001}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        Assert.Equal(result.FinalEquity!.Run!.Value, result.FinalEquity.P5, 1e-4 * result.FinalEquity.P5);
        Assert.Equal(result.FinalEquity.P5, result.FinalEquity.P95, 1e-4 * result.FinalEquity.P5);
    }

    [Fact]
    public async Task Costs_take_from_the_result_what_the_commission_would()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [costs], reruns: 21, extra_cost: 42}"));
        using SimulatedRun middle =
            await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{}", "execution: {commission: {type: percent, value: 0.0022}}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        // The middle of 21 even steps up to 42 basis points is 22.
        Assert.Equal((double)middle.Run.Metrics!.Total.FinalEquity, result.FinalEquity!.P50, 1e-6);
        Assert.True(result.FinalEquity.Run > result.FinalEquity.P95);
        Assert.Equal(1, result.ProbabilityOfDeeperDrawdown);
        Assert.Equal("the run is not profitable even without an additional charge.", Assert.Single(result.Notes));
        Assert.Equal(["as", "8", "16", "24", "32", "42"], result.Steps.Select(step => step.Amount.Split(' ')[0])); // of runs 4, 8, 12, 16 and 21
        Assert.Equal(result.Steps.Select(step => step.FinalEquity).OrderDescending(), result.Steps.Select(step => step.FinalEquity));
    }

    [Theory]
    [InlineData("", "1 bar", "3 bars")]
    [InlineData("latency: 2 bars", "3 bars", "5 bars")]
    [InlineData("latency: 6h", "12h", "24h")]
    [InlineData("profile: lean", "1 bar", "3 bars")]
    public async Task Each_delay_is_the_run_with_that_much_more_latency(string own, string first, string second)
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [delays], delays: [3, 1]}", $"execution: {{{own}}}"));
        using SimulatedRun later = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{}", $"execution: {{{(own.StartsWith("profile", StringComparison.Ordinal) ? $"{own}, " : "")}latency: {first}}}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        Assert.Equal(["as it was", $"latency {first}", $"latency {second}"], result.Steps.Select(step => step.Amount));
        Assert.Equal((double)run.Run.Metrics!.Total.FinalEquity, result.Steps[0].FinalEquity, 1e-6);
        Assert.Equal((double)later.Run.Metrics!.Total.FinalEquity, result.Steps[1].FinalEquity, 1e-6);
        Assert.Equal(later.Run.Metrics.Total.Sharpe!.Value, result.Steps[1].Sharpe!.Value, 1e-9);
        Assert.Equal((2, 0), (result.Repetitions, result.Fan.Count));
        Assert.Null(result.MaxDrawdown);
    }

    [Fact]
    public async Task A_later_start_is_the_run_with_a_later_day_to_trade_from()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [start], reruns: 21, start_within: 0.07}"));

        MonteCarloResult result = Assert.Single((await run.TryAsync()).Methods);

        // 42 days are 7% of 600; the middle of the 21 starts is the 21st day. Its final equity is one of the 21, though not necessarily the median.
        Assert.Equal(21, result.Repetitions);
        Assert.Equal("day", result.Step);
        Assert.Equal(100_000, result.Fan[1].Equity.P5);
        Assert.InRange(result.FinalEquity!.Run!.Value, result.FinalEquity.P5 * 0.5, result.FinalEquity.P95 * 2);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public async Task What_was_found_is_in_the_run_folder_until_the_run_is_another()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [returns], repetitions: 50}"));
        Assert.Null(MonteCarloFiles.Find(run.Run));
        MonteCarloReport report = await run.TryAsync();

        MonteCarloFiles.Write(run.Run, report);

        Assert.Equal(MonteCarloFiles.ToNode(report).ToJsonString(), MonteCarloFiles.ToNode(MonteCarloFiles.Find(run.Run)!).ToJsonString());
        Assert.Equal(report.Methods[0].Fan, MonteCarloFiles.Find(run.Run)!.Methods[0].Fan);
        Assert.Contains("monte_carlo", run.Run.Tables);
        MonteCarloFiles.Write(run.Run, report with { EventStreamHash = "another" });
        Assert.Null(MonteCarloFiles.Find(run.Run));
    }

    [Theory]
    [InlineData("trades", "too_few_trades", "at least 10")]
    [InlineData("returns", "too_few_days", "at least 20")]
    [InlineData("bars", "unfit_bars", "at least 50")]
    public async Task A_run_too_short_for_a_method_is_refused(string method, string code, string needed)
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(
            SimulatedRun.Crossing($"{{methods: [{method}]}}").Replace("bars: 600", "bars: 19", StringComparison.Ordinal));

        InputError error = Assert.Single((await Assert.ThrowsAsync<InputException>(() => run.TryAsync())).Errors);

        Assert.Equal((code, "monte_carlo.methods"), (error.Code, error.Key));
        Assert.Contains(needed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_data_is_another_now_is_refused()
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(SimulatedRun.Crossing("{methods: [noise], reruns: 20}"));
        WorkflowConfig other = Configuration.RunFile.Parse(
            SimulatedRun.Crossing("{methods: [noise]}").Replace("seed: 4", "seed: 5", StringComparison.Ordinal), "other.yaml");

        InputException exception = await Assert.ThrowsAsync<InputException>(() => run.TryAsync(config: other));

        Assert.Equal("run_differs", Assert.Single(exception.Errors).Code);
    }

    private static double EquityAt(StoredRun run, DateTime time)
    {
        EquitySeries total = run.Equity.Total;
        int row = total.Times.BinarySearch(time);
        row = row < 0 ? ~row - 1 : row;
        return row < 0 ? 100_000 : total.Equity[row];
    }

    private static double[] Shuffled(double[] values, Random random)
    {
        double[] copy = [.. values];
        random.Shuffle(copy);
        return copy;
    }

    private static double DrawdownOf(IEnumerable<double> returns)
    {
        (double wealth, double peak, double deepest) = (1, 1, 0);
        foreach (double value in returns)
        {
            wealth *= 1 + value;
            peak = Math.Max(peak, wealth);
            deepest = Math.Max(deepest, 1 - (wealth / peak));
        }

        return deepest;
    }
}
