using Backtest.Engine;

namespace Backtest.Tests;

public sealed class RowOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Orders_go_by_when_they_were_placed_though_they_come_as_they_end()
    {
        RunJournal first = SampleRun.Journal();
        first.Portfolios[SampleRun.Conservative].Orders.Add(SampleRun.Order(3, 2, 1));
        first.Portfolios[SampleRun.Aggressive].Orders.Add(SampleRun.Order(4, 2, 1));
        RunJournal second = SampleRun.Journal();
        second.Portfolios[SampleRun.Conservative].Orders.Add(SampleRun.Order(5, 3, 2));
        second.Portfolios[SampleRun.Conservative].Orders.Add(SampleRun.Order(1, 1, 0));
        second.Portfolios[SampleRun.Aggressive].Orders.Add(SampleRun.Order(2, 1, 1));
        RecordedTable table = Recorded("orders", first, second);
        Assert.Equal(
            ["conservative/1", "conservative/2", "aggressive/1", "aggressive/2", "conservative/3"],
            table.Column("portfolio").Zip(table.Column("id"), (portfolio, id) => $"{portfolio}/{id}"));
    }

    [Fact]
    public void Rows_go_by_turn_then_by_declaration_of_the_portfolio_then_as_they_happened()
    {
        RunJournal journal = SampleRun.Journal();
        Rows<FillRecord> conservative = journal.Portfolios[SampleRun.Conservative].Fills;
        conservative.Add(SampleRun.Fill(1, 1, turn: 1));
        conservative.Add(SampleRun.Fill(2, 2, turn: 3));
        Rows<FillRecord> aggressive = journal.Portfolios[SampleRun.Aggressive].Fills;
        aggressive.Add(SampleRun.Fill(1, 1, turn: 0));
        aggressive.Add(SampleRun.Fill(2, 2, turn: 1));
        aggressive.Add(SampleRun.Fill(3, 3, turn: 1));
        aggressive.Add(SampleRun.Fill(4, 4, turn: 2));
        RecordedTable table = Recorded("fills", journal);
        Assert.Equal(
            ["aggressive/1", "conservative/1", "aggressive/2", "aggressive/3", "aggressive/4", "conservative/2"],
            table.Column("portfolio").Zip(table.Column("id"), (portfolio, id) => $"{portfolio}/{id}"));
    }

    [Fact]
    public void Equity_has_a_row_of_each_portfolio_with_a_bar_then_and_of_the_total()
    {
        RunJournal journal = SampleRun.Journal();
        journal.Portfolios[SampleRun.Conservative].Equity.AddTurn(1, 10);
        journal.Portfolios[SampleRun.Aggressive].Equity.AddTurn(0, 20);
        journal.Portfolios[SampleRun.Aggressive].Equity.AddTurn(1, 21);
        journal.Portfolios[SampleRun.Aggressive].Equity.AddTurn(3, 23);
        journal.Total.AddTurn(0, 120);
        journal.Total.AddTurn(1, 31);
        journal.Total.AddTurn(3, 33);
        RecordedTable table = Recorded("equity", journal);
        Assert.Equal(
            ["aggressive/20", "total/120", "conservative/10", "aggressive/21", "total/31", "aggressive/23", "total/33"],
            table.Column("portfolio").Zip(table.Column("equity"), (portfolio, equity) => $"{portfolio}/{equity}"));
    }

    [Fact]
    public void Daily_equity_has_the_last_row_of_each_trading_day_even_where_a_day_goes_on_in_the_next_chunk()
    {
        RunJournal first = SampleRun.Journal();
        first.Total.AddMinute(day: 0, minute: 1, 100);
        first.Total.AddMinute(day: 0, minute: 2, 101);
        first.Total.AddMinute(day: 1, minute: 1, 102);
        RunJournal second = SampleRun.Journal();
        second.Total.AddMinute(day: 1, minute: 2, 103);
        second.Total.AddMinute(day: 2, minute: 1, 104);
        Assert.Equal(["total/101", "total/103", "total/104"], DailyEquity(first, second));
    }

    [Fact]
    public void Daily_equity_goes_by_time_where_days_of_portfolios_end_at_different_turns()
    {
        RunJournal journal = SampleRun.Journal();
        EquityColumns conservative = journal.Portfolios[SampleRun.Conservative].Equity;
        conservative.AddMinute(day: 0, minute: 1, 10);
        conservative.AddMinute(day: 0, minute: 2, 11);
        conservative.AddMinute(day: 1, minute: 3, 12);
        EquityColumns aggressive = journal.Portfolios[SampleRun.Aggressive].Equity;
        aggressive.AddMinute(day: 0, minute: 1, 20);
        aggressive.AddMinute(day: 1, minute: 3, 21);
        journal.Total.AddMinute(day: 0, minute: 1, 30);
        journal.Total.AddMinute(day: 0, minute: 2, 31);
        journal.Total.AddMinute(day: 1, minute: 3, 33);
        Assert.Equal(
            ["aggressive/20", "conservative/11", "total/31", "conservative/12", "aggressive/21", "total/33"], DailyEquity(journal));
    }

    private IEnumerable<string> DailyEquity(params RunJournal[] journals)
    {
        RunDescription run = SampleRun.Describe(_folder.Path);
        OutputConfig output = run.Config.Output with { Equity = EquityFrequency.Daily };
        RecordedTable table =
            RecordedTable.Read(RecordedRun.Write(run with { Config = run.Config with { Output = output } }, journals), "equity");
        return table.Column("portfolio").Zip(table.Column("equity"), (portfolio, equity) => $"{portfolio}/{equity}");
    }

    private RecordedTable Recorded(string table, params RunJournal[] journals) =>
        RecordedTable.Read(RecordedRun.Write(_folder, isCsv: true, journals), table);
}
