using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Each doubt is raised by a run that gives reason for it, and not by one that does not.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backtest-doubts-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>For each doubt, a run that raises it and one that does not.</summary>
    private static readonly Dictionary<string, (DoubtfulRun Shows, DoubtfulRun Not)> Cases = new()
    {
        ["many_trials"] = (Winner() with { Trials = 100_000 }, Winner() with { Trials = 1 }),
        ["nothing_held_out"] = (Winner() with { Trials = 5 }, Winner()),
        ["never_audited"] = (Winner() with { IsAudited = false }, Winner() with { IsAudited = true }),
        ["few_trades"] = (DoubtfulRun.On([100, 110, 110, 101, 101, 102, 102], Trade(0, 1), Trade(2, 3), Trade(4, 5)), Steady(30)),
        ["many_parameters"] = (Crossing(60, 2, 9), Crossing(400, 2, 5)),
        ["buy_and_hold"] = (DoubtfulRun.On(Rising(20), Trade(0, 1)), DoubtfulRun.On([.. Rising(20), 90, 80, 70], Trade(0, 15))),
        ["survivors"] = (Several(6), Several(2)),
        ["profit_in_few_trades"] = (DoubtfulRun.On(Steps(12, 0.1, 30), Trades(12)), Steady(12)),
        ["profit_in_few_days"] = (
            DoubtfulRun.On(Enumerable.Range(0, 140).Select(day => 100 + (day % 2 * 9) + (day * 0.1)), "{bar: 0}", "{bar: 137, do: exit}"), DoubtfulRun.On(Rising(140), "{bar: 0}", "{bar: 137, do: exit}")),
        ["one_symbol"] = (Pair(5, 0.1), Pair(5, 5)),
        ["one_regime"] = (Views(60, 75), Views(70, 71)),
        ["profit_still_open"] = (DoubtfulRun.On(Rising(10), "{bar: 0}"), DoubtfulRun.On(Rising(10), Trade(0, 7))),
        ["no_costs"] = (Winner() with { Execution = "fill: next_open" }, Winner()),
        ["no_financing"] = (Winner() with { Quantity = 150, Portfolio = "leverage: 2" }, Winner()),
        ["near_break_even"] = (Winner() with { Execution = "commission: {type: percent, value: 0.02}" }, Winner()),
        ["fill_at_close"] = (Winner() with { Execution = "fill: close" }, Winner()),
        ["limits_at_a_touch"] = (DoubtfulRun.On(Rising(10), "{bar: 0, limit: 100.2}", "{bar: 6, do: exit}"), Winner()),
        ["free_shorts"] = (DoubtfulRun.On(Rising(10), "{bar: 0, side: short}", "{bar: 6, do: exit}"), Winner()),
        ["beyond_volume"] = (Winner() with { Volume = 40 }, Winner()),
        ["no_market"] = (Winner() with { Volume = 0 }, Winner()),
        ["intrabar_order"] = (
            DoubtfulRun.On([100, 100, 100, 100, 100, 101.3, 101.3], "{bar: 3, stop_away: 1, target_away: 1.5}") with { Gap = 1.008 }, DoubtfulRun.On([100, 101, 102, 120, 120], "{bar: 0, stop_away: 8, target_away: 15}")),
        ["delisted_at_last_price"] = (Vanishing("delisted_after: 5d"), Vanishing("delisted_after: never")),
        ["skipped_rows"] = (Winner() with { Data = "bad_rows: skip", BadLine = "2021-01-01,1,x,1,1,1" }, Winner() with { Data = "bad_rows: skip" }),
        ["suspected_splits"] = (Gap(2), Gap(1.05)),
        ["data_gaps"] = (Winner() with { Pause = 30 }, Winner() with { Pause = 6 }),
        ["price_index"] = (Winner() with { Actions = Dividend }, Winner()),
        ["adjusted_costs"] = (
            Winner() with { CloseColumn = "adjclose", Data = "columns: {close: adjclose}", Execution = "commission: {type: per_share, value: 0.01}" }, Winner() with { Execution = "commission: {type: per_share, value: 0.01}" }),
    };

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Fact]
    public async Task Finer_bars_leave_no_doubt_which_of_stop_and_target_came_first()
    {
        IReadOnlyList<Doubt> doubts = await (Cases["intrabar_order"].Shows with { HasFinerBars = true }).DoubtsAsync(_folder.FullName);
        Assert.DoesNotContain(doubts, doubt => doubt.Id == "intrabar_order");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_run_that_gives_reason_for_it_is_doubted(string id)
    {
        IReadOnlyList<Doubt> doubts = await Cases[id].Shows.DoubtsAsync(_folder.FullName);
        Doubt doubt = Assert.Single(doubts, doubt => doubt.Id == id);
        Assert.NotEmpty(doubt.Figure);
        Assert.EndsWith(".", doubt.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_run_that_gives_no_reason_is_not_doubted(string id)
    {
        IReadOnlyList<Doubt> doubts = await Cases[id].Not.DoubtsAsync(_folder.FullName);
        Assert.DoesNotContain(doubts, doubt => doubt.Id == id);
    }

    [Fact]
    public async Task A_fill_is_looked_at_on_the_bar_it_filled_on_and_not_on_longer_ones_as_well()
    {
        DoubtfulRun weekly = DoubtfulRun.On(Rising(60)) with
        {
            Strategies = "[{type: scripted, timeframe: 1w, parameters: {steps: [{bar: 0}, {bar: 2, do: exit}]}}]",
            Volume = 1,
        };
        Assert.Equal("2 fills", Assert.Single(await weekly.DoubtsAsync(_folder.FullName), doubt => doubt.Id == "beyond_volume").Figure);
    }

    [Fact]
    public async Task The_gravest_doubts_come_first()
    {
        IReadOnlyList<Doubt> doubts = await (DoubtfulRun.On(Rising(20), "{bar: 0}") with { Execution = "fill: close", IsAudited = false }).DoubtsAsync(_folder.FullName);
        Assert.Equal(doubts.Select(doubt => doubt.ProfitAtRisk ?? -1).OrderDescending(), doubts.Select(doubt => doubt.ProfitAtRisk ?? -1));
        Assert.True(doubts.Count > 3);
    }

    private static DoubtfulRun Winner() => DoubtfulRun.On(Rising(20), Trade(0, 6), Trade(8, 12));

    private static DoubtfulRun Steady(int trades) => DoubtfulRun.On(Steps(trades, 1, 1), Trades(trades));

    private static DoubtfulRun Crossing(int bars, int fast, int slow) => DoubtfulRun.On(Enumerable.Range(0, bars).Select(bar => 100 + (10 * Math.Sin(bar / 2.0)))) with
    {
        Strategies = $"[{{type: sma-cross, parameters: {{fast: {fast}, slow: {slow}}}}}]",
    };

    /// <summary>A trend with a trade from one bar to another, followed by a range with a trade that wins two points.</summary>
    private static DoubtfulRun Views(int enter, int exit) => DoubtfulRun.On(
        Enumerable.Range(0, 200).Select(bar => bar < 80 ? 100.0 + (2 * bar) : 260 + (bar % 2 * 2)), Trade(enter, exit), Trade(149, 150)) with
    {
        Classifier = "type: pattern, parameters: {lookback: 20}",
    };

    private const string Dividend = "date,symbol,type,value\n2020-01-04,AAA,dividend,0.5\n";

    private static DoubtfulRun Several(int symbols) => Winner() with
    {
        Closes = Enumerable.Range(0, symbols).ToDictionary(symbol => $"S{symbol}", _ => Rising(20)),
    };

    private static DoubtfulRun Pair(double one, double other) => Winner() with
    {
        Closes = new Dictionary<string, double[]> { ["AAA"] = [.. Enumerable.Range(0, 20).Select(bar => 100 + (bar * one))], ["BBB"] = [.. Enumerable.Range(0, 20).Select(bar => 100 + (bar * other))] },
    };

    /// <summary>One symbol whose data ends while it is held, and one that continues.</summary>
    private static DoubtfulRun Vanishing(string execution) => DoubtfulRun.On(Rising(40), "{bar: 0}") with
    {
        Closes = new Dictionary<string, double[]> { ["AAA"] = Rising(40), ["BBB"] = Rising(10) },
        Execution = execution,
    };

    /// <summary>A price whose bar 5 opens at a ratio to the previous close; all other bars open at it, so only this gap is a jump.</summary>
    private static DoubtfulRun Gap(double ratio) => Winner() with { Gap = ratio };

    private static double[] Rising(int bars) => [.. Enumerable.Range(0, bars).Select(bar => 100.0 + bar)];

    /// <summary>Closes that rise by <paramref name="step"/> for each trade, and by <paramref name="once"/> for the first one.</summary>
    private static IEnumerable<double> Steps(int trades, double step, double once)
    {
        double price = 100;
        for (int bar = 0; bar < (4 * trades) + 4; bar++)
        {
            if (bar % 4 == 2)
                price += bar == 2 ? once : step;
            yield return price;
        }
    }

    private static string[] Trades(int trades) => [.. Enumerable.Range(0, trades).Select(trade => Trade(4 * trade, (4 * trade) + 2))];

    private static string Trade(int enter, int exit) => $"{{bar: {enter}}}, {{bar: {exit}, do: exit}}";
}
