using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class MetricsRecorderTests
{
    private const double Tolerance = 1e-12;

    private readonly MetricsRecorder _recorder = new();
    private readonly RunJournal _journal = SampleRun.Journal();

    private PortfolioJournal Portfolio => _journal.Portfolios[SampleRun.Conservative];

    [Fact]
    public void A_days_return_is_that_of_its_last_bar_wherever_chunks_end()
    {
        _recorder.Begin(SampleRun.Describe());
        RunJournal first = SampleRun.Journal();
        AddBar(first, day: 0, hour: 10, equity: 500);
        AddBar(first, day: 0, hour: 11, equity: 1100);
        AddBar(first, day: 1, hour: 10, equity: 2000);
        _recorder.Record(first);
        RunJournal second = SampleRun.Journal();
        AddBar(second, day: 1, hour: 11, equity: 880);
        _recorder.Record(second);
        PerformanceMetrics metrics = End(finalEquity: 880);
        Assert.Equal(-0.12, metrics.TotalReturn!.Value, Tolerance);
        Assert.Equal(0.2, metrics.MaxDrawdown!.Value, Tolerance);
        Assert.Equal(Math.Sqrt(0.045 * 252), metrics.Volatility!.Value, Tolerance);
    }

    [Fact]
    public void Dividends_are_added_up_and_pay_for_parts_of_a_lot_is_none()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Actions.Add(new ActionRecord(1, new PositionActionEvent(0, 0, SampleRun.Spx, ActionType.Dividend, 1, 10, 10), 0));
        Portfolio.Actions.Add(new ActionRecord(2, new PositionActionEvent(0, 0, SampleRun.Spx, ActionType.Dividend, 0.5m, -4, -2), 0));
        Portfolio.Actions.Add(new ActionRecord(3, new PositionActionEvent(0, 0, SampleRun.Spx, ActionType.Split, 0.5m, 5, 30), 0));
        _recorder.Record(_journal);
        Assert.Equal(8, End(finalEquity: 1000).Dividends);
    }

    [Fact]
    public void Years_run_from_the_start_of_the_first_bar_to_the_end_of_the_last()
    {
        _recorder.Begin(SampleRun.Describe());
        for (int turn = 0; turn < 1461; turn++)
            Portfolio.Equity.AddTurn(turn, 1000);
        _recorder.Record(_journal);
        Assert.Equal(Math.Pow(1.5, 0.25) - 1, End(finalEquity: 1500).Cagr!.Value, Tolerance);
    }

    [Fact]
    public void The_last_day_ends_with_what_was_settled_after_its_last_bar()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Equity.AddTurn(0, 1000);
        _recorder.Record(_journal);
        PerformanceMetrics metrics = End(finalEquity: 990);
        Assert.Equal(990, metrics.FinalEquity);
        Assert.Equal(0.01, metrics.MaxDrawdown!.Value, Tolerance);
    }

    [Fact]
    public void Exposure_is_the_share_of_bars_with_a_position()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Equity.AddTurn(0, 1000);
        Portfolio.Equity.AddTurn(1, 1000, exposure: 0.1);
        Portfolio.Equity.AddTurn(2, 1000, exposure: 2);
        Portfolio.Equity.AddTurn(3, 1000);
        _recorder.Record(_journal);
        Assert.Equal(0.5, End().Exposure);
    }

    [Fact]
    public void Turnover_is_half_the_value_traded_over_mean_equity_a_year()
    {
        _recorder.Begin(SampleRun.Describe());
        for (int turn = 0; turn < 1461; turn++)
            Portfolio.Equity.AddTurn(turn, 1000);
        Portfolio.Fills.Add(SampleRun.Fill(1, 1, 0, quantity: 10, price: 100));
        Portfolio.Fills.Add(SampleRun.Fill(2, 2, 0, quantity: 1, price: 140, SampleRun.Future));
        _recorder.Record(_journal);
        Assert.Equal((1000 + (140 * 50)) / 2.0 / 1000 / 4, End().Turnover!.Value, Tolerance);
    }

    [Fact]
    public void Trades_are_told_by_wins_profits_and_returns()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Trades.Add(SampleRun.Trade(1, 0, profit: 30, @return: 0.03m));
        Portfolio.Trades.Add(SampleRun.Trade(2, 1, profit: -10, @return: -0.01m));
        Portfolio.Trades.Add(SampleRun.Trade(3, 2, profit: -10, @return: -0.02m));
        Portfolio.Trades.Add(SampleRun.Trade(4, 2, profit: 0, @return: 0));
        _recorder.Record(_journal);
        PerformanceMetrics metrics = End();
        Assert.Equal(4, metrics.Trades);
        Assert.Equal(0.25, metrics.WinRate);
        Assert.Equal(1.5, metrics.ProfitFactor);
        Assert.Equal(0, metrics.Expectancy);
        Assert.Equal(2.5, metrics.AverageTrade);
    }

    [Fact]
    public void Without_a_losing_trade_there_is_no_profit_factor()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Trades.Add(SampleRun.Trade(1, 0, profit: 30));
        _recorder.Record(_journal);
        Assert.Null(End().ProfitFactor);
    }

    [Fact]
    public void Orders_fills_and_costs_are_counted_per_portfolio_and_in_total()
    {
        _recorder.Begin(SampleRun.Describe());
        Portfolio.Orders.Add(SampleRun.Order(1, 1, 0));
        Portfolio.Fills.Add(SampleRun.Fill(2, 1, 0));
        _journal.Portfolios[SampleRun.Aggressive].Orders.Add(SampleRun.Order(1, 1, 0));
        _journal.Portfolios[SampleRun.Aggressive].Fills.Add(SampleRun.Fill(2, 1, 0));
        _journal.Portfolios[SampleRun.Aggressive].Fills.Add(SampleRun.Fill(3, 2, 1));
        _recorder.Record(_journal);
        _recorder.End(SampleRun.Result());
        RunMetrics metrics = _recorder.Metrics!;
        Assert.Equal((1, 1, 1.5m, 0.25m), Counts(metrics.Portfolios["conservative"]));
        Assert.Equal((1, 2, 3m, 0.5m), Counts(metrics.Portfolios["aggressive"]));
        Assert.Equal((2, 3, 4.5m, 0.75m), Counts(metrics.Total));
    }

    [Fact]
    public void The_total_begins_with_all_capital_and_follows_the_total_equity()
    {
        _recorder.Begin(SampleRun.Describe());
        _journal.AddTurn(0, 900, 1300);
        _recorder.Record(_journal);
        _recorder.End(SampleRun.Result(conservative: 900, aggressive: 1300));
        PerformanceMetrics total = _recorder.Metrics!.Total;
        Assert.Equal(2000, total.InitialCapital);
        Assert.Equal(2200, total.FinalEquity);
        Assert.Equal(0.1, total.TotalReturn!.Value, Tolerance);
        Assert.Equal(0, total.MaxDrawdown);
    }

    [Fact]
    public void Portfolios_and_the_total_are_each_measured_over_their_own_time()
    {
        _recorder.Begin(SampleRun.Describe() with { TradingDaysPerYear = 260 });
        Portfolio.Equity.AddTurn(0, 1000);
        Portfolio.Equity.AddTurn(100, 1000);
        Portfolio.Equity.AddTurn(200, 1000);
        _journal.Portfolios[SampleRun.Aggressive].Equity.AddTurn(3, 1000);
        foreach (int turn in new[] { 0, 1, 2, 3, 4, 5, 100, 200 })
            _journal.Total.AddTurn(turn, 2000);
        _recorder.Record(_journal);
        _recorder.End(SampleRun.Result());
        IReadOnlyDictionary<string, MeasuredTime> times = _recorder.Metrics!.Times;
        Assert.Equal(["conservative", "aggressive", "total"], times.Keys);
        Assert.Equal(new MeasuredTime(SampleRun.Bar(0), SampleRun.End(200), 4), times["conservative"]);
        Assert.Equal(new MeasuredTime(SampleRun.Bar(3), SampleRun.End(3), 252), times["aggressive"]);
        Assert.Equal(260, times["total"].PeriodsPerYear);
        Assert.True(times["aggressive"].IsShort);
        Assert.False(times["conservative"].IsShort);
    }

    [Fact]
    public void A_regime_has_the_time_spent_in_it_and_the_trades_entered_in_it_under_its_classifier()
    {
        _recorder.Begin(SampleRun.Describe());
        long[] bars = _journal.Classifiers[0].BarsInState;
        (bars[0], bars[1], bars[2]) = (1, 2, 1);
        Portfolio.Trades.Add(SampleRun.Trade(1, 0, profit: 30, regime: "bull"));
        Portfolio.Trades.Add(SampleRun.Trade(2, 0, profit: -10, regime: "bull"));
        Portfolio.Trades.Add(SampleRun.Trade(3, 0, profit: 5, regime: "unknown"));
        _journal.Portfolios[SampleRun.Aggressive].Trades.Add(SampleRun.Trade(1, 0, profit: 1000, regime: null));
        _recorder.Record(_journal);
        _recorder.End(SampleRun.Result());
        IReadOnlyDictionary<string, RegimeMetrics> regimes = _recorder.Metrics!.Regimes["hmm"];
        Assert.Equal(["bear", "bull", "unknown"], regimes.Keys);
        Assert.Equal(new RegimeMetrics { TimeSpent = 0.25, Profit = 0, Trades = 0 }, regimes["bear"]);
        Assert.Equal(new RegimeMetrics { TimeSpent = 0.5, Profit = 20, Trades = 2 }, regimes["bull"]);
        Assert.Equal(new RegimeMetrics { TimeSpent = 0.25, Profit = 5, Trades = 1 }, regimes["unknown"]);
    }

    private static (int Orders, int Fills, decimal Commission, decimal Slippage) Counts(PerformanceMetrics metrics) =>
        (metrics.Orders, metrics.Fills, metrics.Commission, metrics.Slippage);

    private static void AddBar(RunJournal journal, int day, int hour, double equity)
    {
        DateTime start = SampleRun.Bar(day).AddHours(hour);
        int dayNumber = DateOnly.FromDateTime(start).DayNumber;
        journal.Portfolios[SampleRun.Conservative].Equity.Add(start.AddHours(1).Ticks, start.Ticks, dayNumber, equity, equity, 0, 0);
    }

    private PerformanceMetrics End(decimal finalEquity = 1000)
    {
        _recorder.End(SampleRun.Result(conservative: finalEquity));
        return _recorder.Metrics!.Portfolios["conservative"];
    }
}
