using System.Globalization;
using Backtest.Research;

namespace Backtest.Tests.Simulation;

/// <summary>
/// Runs that use finer bars, on randomly changed bars: the finer bars change with them. Each day rises from its open to its high, falls to its
/// low and ends at its close, as three bars of eight hours show; every day contains both a target and a stop, so their order decides everything.
/// </summary>
public sealed class FinerBarsSimulationTests : IDisposable
{
    private const string FinerBars = "{type: finer_bars, timeframe: 8h}";

    private readonly TemporaryFolder _folder = new();

    public FinerBarsSimulationTests() => WriteBars();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bars")]
    [InlineData("noise")]
    public async Task They_still_say_which_of_target_and_stop_comes_first(string method)
    {
        MonteCarloResult finer = await TryAsync(method, FinerBars);
        MonteCarloResult without = await TryAsync(method, "pessimistic");

        Assert.True(finer.FinalEquity!.P5 > 101_000, $"{finer.FinalEquity.P5}");
        Assert.True(without.FinalEquity!.P95 < 99_000, $"{without.FinalEquity.P95}");
    }

    [Fact]
    public async Task Bars_drawn_again_come_to_what_they_come_to_where_the_path_itself_goes_from_corner_to_corner()
    {
        MonteCarloResult finer = await TryAsync("bars", "{type: finer_bars, timeframe: 8h, otherwise: open_high_low_close}");
        MonteCarloResult known = await TryAsync("bars", "open_high_low_close");

        Assert.Equal(Bands(known), Bands(finer));
        Assert.NotEqual(known.FinalEquity!.P5, known.FinalEquity.P95, 100.0);
    }

    [Fact]
    public async Task Bars_of_other_lengths_have_them_at_the_same_shares_of_their_time()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "fridays.json"), """
            {
              "name": "short Fridays", "timeZone": "UTC", "from": "2019-01-01", "to": "2020-12-31",
              "hours": {"monday": "08:00-18:00", "tuesday": "08:00-18:00", "wednesday": "08:00-18:00", "thursday": "08:00-18:00", "friday": "08:00-14:00"}
            }
            """);
        WriteBars(isExchange: true);
        MonteCarloResult finer = await TryAsync("bars", "{type: finer_bars, timeframe: 2h, otherwise: open_high_low_close}", data: "calendar: fridays.json");
        MonteCarloResult known = await TryAsync("bars", "open_high_low_close", data: "calendar: fridays.json");

        Assert.Equal(Bands(known), Bands(finer));
    }

    [Fact]
    public async Task Noise_that_is_next_to_nothing_changes_next_to_nothing()
    {
        MonteCarloResult result = await TryAsync("noise", FinerBars, "noise: 0.0000001");

        Assert.Equal(result.FinalEquity!.Run!.Value, result.FinalEquity.P5, 1e-4 * result.FinalEquity.P5);
        Assert.Equal(result.FinalEquity.P5, result.FinalEquity.P95, 1e-4 * result.FinalEquity.P5);
    }

    [Theory]
    [InlineData("bars")]
    [InlineData("noise")]
    public async Task A_bar_that_they_do_not_make_up_has_none_of_them_wherever_it_is_drawn(string method)
    {
        WriteBars(finerOffBy: 1.5);
        MonteCarloResult differing = await TryAsync(method, FinerBars);
        MonteCarloResult without = await TryAsync(method, "pessimistic");

        Assert.Equal(Bands(without), Bands(differing));
    }

    private static double[] Bands(MonteCarloResult result) =>
        [.. new[] { result.FinalEquity!.P5, result.FinalEquity.P25, result.FinalEquity.P50, result.FinalEquity.P75, result.FinalEquity.P95 }.Select(each => Math.Round(each, 4))];

    private async Task<MonteCarloResult> TryAsync(string method, string path, string more = "noise: 0.03", string data = "calendar: none")
    {
        using SimulatedRun run = await SimulatedRun.MakeAsync(
            $$"""
            name: ordered
            data: {source: csv, path: days.csv, finer_path: parts.csv, symbols: [ACME], timeframe: 1d, {{data}} }
            execution: {path: {{path}} }
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5} } }
                strategies: [{type: breakout, parameters: {period: 1, stop_multiple: 0.15, target_multiple: 0.15} }]
            monte_carlo: {methods: [{{method}}], reruns: 40, {{more}} }
            """,
            Path.Combine(_folder.Path, "ordered.yaml"));
        return Assert.Single((await run.TryAsync()).Methods);
    }

    /// <summary>Writes daily bars and three parts of each: one at the start, one in the middle and one at the end.</summary>
    private void WriteBars(bool isExchange = false, double finerOffBy = 1)
    {
        var random = new Random(8);
        var days = new List<string> { "time,open,high,low,close" };
        var parts = new List<string> { "time,open,high,low,close" };
        double open = 100;
        for (DateOnly date = new(2019, 1, 1); date.Year == 2019; date = date.AddDays(1))
        {
            if (isExchange && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            int[] hours = !isExchange ? [0, 8, 16] : date.DayOfWeek == DayOfWeek.Friday ? [8, 10, 12] : [8, 12, 16];
            double close = open * Math.Exp((random.NextDouble() - 0.5) * 0.08);
            (double high, double low) = (Math.Max(open, close) * 1.01, Math.Min(open, close) * 0.99);
            days.Add(Row($"{date:yyyy-MM-dd}", open, high, low, close));
            (double Open, double Close)[] legs = [(open, high * finerOffBy), (high * finerOffBy, low), (low, close)];
            foreach ((int place, (double first, double last)) in legs.Index())
            {
                parts.Add(Row($"{date:yyyy-MM-dd} {hours[place]:00}:00", first, Math.Max(first, last), Math.Min(first, last), last));
            }

            open = close;
        }

        File.WriteAllLines(Path.Combine(_folder.Path, "days.csv"), days);
        File.WriteAllLines(Path.Combine(_folder.Path, "parts.csv"), parts);
    }

    private static string Row(string time, double open, double high, double low, double close) =>
        string.Create(CultureInfo.InvariantCulture, $"{time},{open:F8},{high:F8},{low:F8},{close:F8}");
}
