using Backtest.Engine;

namespace Backtest.Tests;

public sealed class RunTablesTests : IDisposable
{
    /// <summary>The terms of an entry that sets none, and of an exit.</summary>
    private static readonly string?[] Unset =
    [
        null, "market", null, null, "good_till_canceled", null, null, null, null, null, "0", null, null, null,
        null, null, null, null, null, "none", null, null, null,
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Equity_has_a_row_for_each_turn_and_portfolio_and_the_total(bool isCsv)
    {
        RunJournal first = SampleRun.Journal();
        first.AddTurn(0, 1000, 1000.5);
        first.AddTurn(1, 1001.25, 999);
        RunJournal second = SampleRun.Journal();
        second.AddTurn(2, 1000, 1e-7);
        RecordedTable table = Recorded(isCsv, "equity", first, second);
        Assert.Equal(["time", "bar", "portfolio", "equity", "cash", "exposure", "drawdown"], table.Columns);
        Assert.Equal(
            [
                ["2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "conservative", "1000", "1000", "0", "0"],
                ["2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "aggressive", "1000.5", "1000.5", "0", "0"],
                ["2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "total", "2000.5", "2000.5", "0", "0"],
                ["2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "conservative", "1001.25", "1001.25", "0", "0"],
                ["2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "aggressive", "999", "999", "0", "0"],
                ["2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "total", "2000.25", "2000.25", "0", "0"],
                ["2024-01-04T00:00:00Z", "2024-01-03T00:00:00Z", "conservative", "1000", "1000", "0", "0"],
                ["2024-01-04T00:00:00Z", "2024-01-03T00:00:00Z", "aggressive", "1E-07", "1E-07", "0", "0"],
                ["2024-01-04T00:00:00Z", "2024-01-03T00:00:00Z", "total", "1000.0000001", "1000.0000001", "0", "0"],
            ],
            table.Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Signals_carry_what_became_of_them_and_the_indicators_behind_them(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        PortfolioJournal portfolio = journal.Portfolios[SampleRun.Conservative];
        portfolio.IndicatorValues.Add(99);
        portfolio.IndicatorValues.Add(0.1);
        portfolio.IndicatorValues.Add(double.NaN);
        SignalRecord vetoed = SampleRun.Signal(3, 1, 0) with
        {
            Regime = "bear",
            Outcome = SignalOutcome.Vetoed,
            RiskLimit = "max_exposure",
            Measured = 1.5,
            Threshold = 1,
            FirstValue = 1,
            ValueCount = 2,
        };
        portfolio.Signals.Add(vetoed);
        SignalRecord exit = SampleRun.Signal(4, 2, 1, strategy: 1) with { Outcome = SignalOutcome.NothingToExit };
        portfolio.Signals.Add(exit with
        {
            Signal = exit.Signal with { Action = SignalAction.Exit, Direction = Direction.Short, Reason = "a \"dip\", " },
        });
        RecordedTable table = Recorded(isCsv, "signals", journal);
        Assert.Equal(
            [
                "id", "seq", "time", "bar", "portfolio", "strategy", "symbol", "action", "direction", "strength", "regime", "reason",
                "outcome", "risk_limit", "measured", "threshold", "indicators", "handle", "order_type", "limit_price", "stop_price",
                "time_in_force", "stop_loss", "stop_loss_distance", "take_profit", "take_profit_distance", "trailing_stop", "adds", "trail", "good_until",
                "one_cancels_other", "touch_price", "trail_fraction", "trailing_stop_fraction", "exit_plan", "refers_to", "size_unit", "size", "band",
                "after",
            ],
            table.Columns);
        Assert.Equal(
            [
                [
                    "1", "3", "2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "conservative", "momentum", "SPX", "enter", "long", "0.5",
                    "bear", null, "vetoed", "max_exposure", "1.5", "1", "{\"Fast\":0.1,\"Slow\":null}",
                    .. Unset,
                ],
                [
                    "2", "4", "2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "conservative", "reversion", "SPX", "exit", "short", "0.5",
                    null, "a \"dip\", ", "nothing_to_exit", null, null, null, "{}", .. Unset,
                ],
            ],
            table.Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Orders_carry_their_terms_and_what_became_of_them(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        journal.Portfolios[SampleRun.Conservative].Orders.Add(SampleRun.Order(9, 1, 0, signal: 0));
        RecordedTable table = Recorded(isCsv, "orders", journal);
        Assert.Equal(
            [
                "id", "seq", "signal", "parent", "time", "portfolio", "strategy", "symbol", "type", "side", "position_effect",
                "time_in_force", "quantity", "filled", "limit_price", "stop_price", "status", "reason", "after",
            ],
            table.Columns);
        Assert.Equal(
            [
                "1", "9", null, null, "2024-01-02T00:00:00Z", "conservative", "momentum", "SPX", "stop_limit", "buy", "open",
                "good_till_canceled", "10", "4", "101.5", null, "canceled", "end of day", null,
            ],
            Assert.Single(table.Rows));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fills_are_written_as_they_filled(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        journal.Portfolios[SampleRun.Aggressive].Fills.Add(SampleRun.Fill(5, 2, 3, 0.500m, 4321.123456789m, SampleRun.Future));
        RecordedTable table = Recorded(isCsv, "fills", journal);
        Assert.Equal(
            [
                "id", "seq", "order", "time", "bar", "portfolio", "strategy", "symbol", "side", "quantity", "price", "commission",
                "slippage",
            ],
            table.Columns);
        Assert.Equal(
            [
                "2", "5", "7", "2024-01-04T00:00:00Z", "2024-01-04T00:00:00Z", "aggressive", "breakout", "ES, \"mini\"", "sell", "0.5",
                "4321.123456789", "1.5", "0.25",
            ],
            Assert.Single(table.Rows));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trades_tell_their_bars_by_label_and_by_place(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        journal.Portfolios[SampleRun.Conservative].Trades.Add(SampleRun.Trade(1, 2, profit: 6.00m, @return: 0.006m, regime: "bull"));
        RecordedTable table = Recorded(isCsv, "trades", journal);
        Assert.Equal(
            [
                "id", "seq", "portfolio", "strategy", "symbol", "direction", "quantity", "entry_time", "entry_bar", "entry_index",
                "entry_price", "exit_time", "exit_bar", "exit_index", "exit_price", "profit", "return", "bars", "mae", "mfe", "commission",
                "entry_regime",
            ],
            table.Columns);
        Assert.Equal(
            [
                "1", "1", "conservative", "momentum", "SPX", "short", "10", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "100",
                "100.1", "2024-01-04T00:00:00Z", "2024-01-03T00:00:00Z", "102", "99.5", "6", "0.006", "2", "-3.25", "7", "3", "bull",
            ],
            Assert.Single(table.Rows));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Actions_tell_what_became_of_positions(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        long time = SampleRun.Bar(1).Ticks;
        Rows<ActionRecord> actions = journal.Portfolios[SampleRun.Conservative].Actions;
        actions.Add(new ActionRecord(1, new PositionActionEvent(time, 1, SampleRun.Spx, ActionType.Split, 1.5m, 7, 33.25m), 1));
        actions.Add(new ActionRecord(2, new PositionActionEvent(time, 1, SampleRun.Spx, ActionType.Dividend, 0.82m, -7, -5.74m), 1));
        RecordedTable table = Recorded(isCsv, "actions", journal);
        Assert.Equal(
            ["seq", "time", "bar", "portfolio", "strategy", "symbol", "type", "value", "quantity", "cash"], table.Columns);
        Assert.Equal(
            [
                ["1", "2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z", "conservative", "reversion", "SPX", "split", "1.5", "7", "33.25"],
                ["2", "2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z", "conservative", "reversion", "SPX", "dividend", "0.82", "-7", "-5.74"],
            ],
            table.Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Positions_are_those_open_at_the_end(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        journal.Portfolios[SampleRun.Conservative].Positions.Add(new PositionRecord(1, SampleRun.Spx, -10, 100.5m, 99, 15));
        RecordedTable table = Recorded(isCsv, "positions", journal);
        Assert.Equal(["portfolio", "strategy", "symbol", "quantity", "average_price", "price", "unrealized"], table.Columns);
        Assert.Equal(["conservative", "reversion", "SPX", "-10", "100.5", "99", "15"], Assert.Single(table.Rows));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Regimes_have_a_row_for_each_change_and_no_symbol_for_the_market(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        Rows<RegimeRecord> regimes = journal.Classifiers[0].Regimes;
        regimes.Add(new RegimeRecord(1, SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 1, 0.75));
        regimes.Add(new RegimeRecord(2, SampleRun.End(1).Ticks, SampleRun.Bar(1).Ticks, "SPX", -1, 0.5));
        RecordedTable table = Recorded(isCsv, "regimes", journal);
        Assert.Equal(["seq", "classifier", "symbol", "time", "bar", "regime", "confidence"], table.Columns);
        Assert.Equal(
            [
                ["1", "hmm", null, "2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "bull", "0.75"],
                ["2", "hmm", "SPX", "2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "unknown", "0.5"],
            ],
            table.Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Regime_probabilities_have_a_row_for_each_bar_and_state(bool isCsv)
    {
        RunJournal journal = SampleRun.Journal();
        Rows<RegimeProbabilityRecord> probabilities = journal.Classifiers[0].Probabilities;
        probabilities.Add(new RegimeProbabilityRecord(SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 0, 0.125));
        probabilities.Add(new RegimeProbabilityRecord(SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 1, 0.875));
        RecordedTable table = Recorded(isCsv, "regime_probabilities", journal);
        Assert.Equal(["classifier", "symbol", "time", "bar", "regime", "probability"], table.Columns);
        Assert.Equal(["bear", "bull"], table.Column("regime"));
        Assert.Equal(["0.125", "0.875"], table.Column("probability"));
    }

    private RecordedTable Recorded(bool isCsv, string table, params RunJournal[] journals) =>
        RecordedTable.Read(RecordedRun.Write(_folder, isCsv, journals), table);
}
