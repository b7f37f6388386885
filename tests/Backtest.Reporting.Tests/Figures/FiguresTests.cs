using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Figures compared with values computed by hand.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void Drawdowns_go_from_the_peak_to_the_day_it_is_reached_again()
    {
        DailyCurve curve = Curve(100, 110, 99, 104.5, 110, 121, 60.5);
        Assert.Equal(
        [
            new DrawdownSpell(Day(6), Day(7), null, 0.5, 1),
            new DrawdownSpell(Day(2), Day(3), Day(5), 0.1, 3),
        ], DrawdownSpell.Worst(curve, 10));
    }

    [Fact]
    public void A_curve_that_only_falls_has_no_peak_but_what_it_began_with()
    {
        DailyCurve curve = Curve(80, 90) with { Initial = 100 };
        Assert.Equal([new DrawdownSpell(null, Day(1), null, 0.2, 1)], DrawdownSpell.Worst(curve, 1));
    }

    [Fact]
    public void Months_and_years_compound_from_the_last_day_before_them()
    {
        var curve = new DailyCurve(100, [new(new(2020, 1, 15), 110), new(new(2020, 1, 31), 121), new(new(2020, 3, 2), 242),
            new(new(2021, 1, 4), 121)]);
        IReadOnlyList<(int Year, double[] Months, double Total)> years = MonthlyReturns.Of(curve);
        Assert.Equal([2020, 2021], years.Select(year => year.Year));
        Assert.Equal(0.21, years[0].Months[0], 12);
        Assert.Equal(double.NaN, years[0].Months[1]);
        Assert.Equal(1, years[0].Months[2], 12);
        Assert.Equal(1.42, years[0].Total, 12);
        Assert.Equal(-0.5, years[1].Total, 12);
    }

    [Fact]
    public void A_period_returns_what_its_last_day_is_over_the_day_before_it()
    {
        DailyCurve curve = Curve(100, 110, 121, 60.5);
        Assert.Equal(0.1, curve.Return(Day(3), Day(3))!.Value, 12);
        Assert.Equal(-0.395, curve.Return(Day(1), Day(9))!.Value, 12);
        Assert.Null(curve.Return(Day(20), Day(30)));
    }

    [Fact]
    public void Rolling_figures_are_those_of_each_window()
    {
        double[] returns = [0.01, 0.03, -0.01, 0.05];
        // The first two have a mean of 0.02 and a deviation of √((0.01² + 0.01²) / 1).
        Assert.Equal(0.02 / Math.Sqrt(0.0002) * 2, RollingFigures.Sharpe(returns, 2, 4)[0], 12);
        Assert.Equal(Math.Sqrt(0.0002) * 2, RollingFigures.Volatility(returns, 2, 4)[0], 12);
        Assert.Equal(3, RollingFigures.Sharpe(returns, 2, 4).Length);
        Assert.Equal([2, 2], RollingFigures.Beta([.. returns.Select(value => 2 * value)], returns, 3).Select(value => Math.Round(value, 12)));
        Assert.Empty(RollingFigures.Sharpe(returns, 5, 4));
    }

    [Fact]
    public void A_window_that_does_not_move_has_no_ratio()
    {
        Assert.Equal(double.NaN, RollingFigures.Sharpe([0, 0, 0], 3, 252)[0]);
        Assert.Equal(double.NaN, RollingFigures.Beta([1, 2, 3], [0, 0, 0], 3)[0]);
    }

    [Fact]
    public void Quantiles_lie_between_order_statistics()
    {
        Assert.Equal(2.5, Distribution.Quantile([1, 2, 3, 4], 0.5));
        Assert.Equal(1.03, Distribution.Quantile([1, 2, 3, 4], 0.01), 12);
        Assert.Equal(4, Distribution.Quantile([1, 2, 3, 4], 1));
    }

    [Fact]
    public void Each_number_is_in_one_bin_of_a_histogram()
    {
        // The quartiles are 2.75 and 8.25, so a bin is 2 · 5.5 / ∛12 ≈ 4.8 wide; three of them cover 0 to 11.
        (double from, double width, double[] counts) = Distribution.Histogram([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Assert.Equal((0, 11.0 / 3, 12), (from, width, counts.Sum()));
        Assert.Equal([4, 4, 4], counts);
        Assert.Equal([3], Distribution.Histogram([5, 5, 5]).Counts);
    }

    [Fact]
    public void Buying_and_holding_puts_equal_parts_into_each_symbol_from_its_first_open()
    {
        DailyCurve curve = BuyAndHold.Of(1000, [Closes(10, (1, 11), (2, 12)), Closes(50, (2, 25))], [Day(1), Day(2), Day(3)]);
        Assert.Equal([1050, 850, 850], curve.Days.Select(day => day.Equity));
        Assert.Equal(1000, curve.Initial);
    }

    [Fact]
    public void Streaks_count_wins_and_losses_in_a_row()
    {
        TradeStreaks streaks = TradeStreaks.Of(new[] { 5m, 1, -2, 0, -1, 3 }.Select(profit => Rows.Trade(profit)));
        Assert.Equal(new TradeStreaks(LongestWins: 2, LongestLosses: 3, Runs: 3), streaks);
    }

    [Fact]
    public void Groups_sum_what_trades_of_a_kind_made()
    {
        TradeStory[] trades = [.. new[] { (5m, "a"), (-2m, "b"),
            (1m, "a") }.Select(trade => new TradeStory(Rows.Trade(trade.Item1) with { Symbol = trade.Item2 }))];
        TradeGroup group = TradeGroup.By(trades, trade => trade.Row.Symbol)[0];
        Assert.Equal(("a", 2, 6, 2, 1, 3), (group.Name, group.Trades, group.Profit, group.Wins, group.WinRate, group.MeanProfit));
    }

    [Fact]
    public void The_break_even_cost_leaves_nothing_of_the_gross_profit()
    {
        FillRow[] fills = [Rows.Fill(Side.Buy, 10, 100), Rows.Fill(Side.Sell, 10, 110)];
        CostFigures costs = CostFigures.Of(fills, profit: 96, new InstrumentMultipliers([]));
        // Each fill costs 1 of commission and 1 of slippage, so the profit before costs is 100, on 2,100 traded.
        Assert.Equal((2100, 2, 2, 100), (costs.Traded, costs.Commission, costs.Slippage, costs.GrossProfit));
        Assert.Equal(100.0 / 2100, costs.BreakEven!.Value, 12);
        Assert.Equal(4.0 / 2100, costs.Cost!.Value, 12);
        Assert.Null(CostFigures.Of([], 0, new InstrumentMultipliers([])).BreakEven);
    }

    [Fact]
    public void Transitions_are_shares_of_the_changes_away_from_a_regime()
    {
        RegimeTransitions transitions = RegimeTransitions.Of(["unknown", "bull", "bear", "bull", "range"]);
        Assert.Equal(["unknown", "bull", "bear", "range"], transitions.Regimes);
        Assert.Equal([0, 1, 0, 0], transitions.Shares[..4]);
        Assert.Equal([0, 0, 0.5, 0.5], transitions.Shares[4..8]);
        Assert.All(transitions.Shares[12..], share => Assert.Equal(double.NaN, share));
    }

    [Fact]
    public void A_bar_that_ends_at_midnight_is_of_the_day_before()
    {
        Assert.Equal(Day(1), TradingDay.Of(new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(Day(2), TradingDay.Of(new DateTime(2024, 1, 2, 16, 0, 0, DateTimeKind.Utc)));
    }

    private static DateOnly Day(int day) => new(2024, 1, day);

    private static DailyCurve Curve(params double[] equity) =>
        new(equity[0], [.. equity.Select((value, index) => new DailyEquity(Day(index + 1), value))]);

    private static DailyCloses Closes(double open, params (int Day, double Close)[] days) =>
        Rows.Closes(open, [.. days.Select(day => (Day(day.Day), day.Close))]);
}
