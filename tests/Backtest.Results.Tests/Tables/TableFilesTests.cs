using System.Globalization;
using Backtest.Engine;
using Backtest.Results;
using ParquetSharp;

namespace Backtest.Tests;

public sealed class TableFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Moments_within_a_second_keep_their_fraction()
    {
        RunJournal journal = SampleRun.Journal();
        long bar = SampleRun.FirstBar.AddMilliseconds(250).Ticks;
        journal.Total.Add(bar, bar, 0, 1, 1, 0, 0);
        journal.Portfolios[SampleRun.Conservative].Equity.Add(bar, bar, 0, 1, 1, 0, 0);
        journal.Portfolios[SampleRun.Aggressive].Equity.Add(bar, bar, 0, 1, 1, 0, 0);
        Assert.Equal("2024-01-01T00:00:00.2500000Z", Recorded(isCsv: true, "equity", journal).Column("time")[0]);
        Assert.Equal("2024-01-01T00:00:00.25Z", Recorded(isCsv: false, "equity", journal).Column("time")[0]);
    }

    [Fact]
    public void Parquet_times_are_microseconds_of_utc()
    {
        using var file = new ParquetFileReader(Path.Combine(Folder(isCsv: false, EveryTable()), "equity.parquet"));
        using LogicalType type = file.FileMetaData.Schema.Column(0).LogicalType;
        TimestampLogicalType time = Assert.IsType<TimestampLogicalType>(type);
        Assert.True(time.IsAdjustedToUtc);
        Assert.Equal(TimeUnit.Micros, time.TimeUnit);
    }

    [Fact]
    public void Csv_marks_no_text_apart_from_an_empty_one_and_quotes_what_would_break_a_row()
    {
        RunJournal journal = SampleRun.Journal();
        Rows<SignalRecord> signals = journal.Portfolios[SampleRun.Aggressive].Signals;
        foreach (string? reason in (string?[])[null, "", "plain", "a,b", "a\nb", "a\"b"])
            signals.Add(SampleRun.Signal(1, 1, 0) with { Signal = SampleRun.Signal(1, 1, 0).Signal with { Reason = reason } });
        string text = File.ReadAllText(Path.Combine(Folder(isCsv: true, journal), "signals.csv"));
        foreach (string cell in (string[])["", "\"\"", "plain", "\"a,b\"", "\"a\nb\"", "\"a\"\"b\""])
            Assert.Contains($",0.5,,{cell},ordered,,,,{{}},,market,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_keeps_every_row_over_many_row_groups()
    {
        const int Turns = 100_000;
        RunJournal journal = SampleRun.Journal();
        for (int turn = 0; turn < Turns; turn++)
            journal.AddTurn(turn, turn, -turn);
        RecordedTable table = Recorded(isCsv: false, "equity", journal);
        Assert.Equal(3 * Turns, table.Rows.Count);
        Assert.Equal(
            Enumerable.Range(0, Turns).Select(turn => turn.ToString(CultureInfo.InvariantCulture)),
            table.Rows.Where((_, row) => row % 3 == 0).Select(row => row[3]));
    }

    [Fact]
    public void Culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string invariant = Folder(isCsv: true, EveryTable());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            string german = Folder(isCsv: true, EveryTable());
            foreach (string file in Directory.EnumerateFiles(invariant))
                Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(german, Path.GetFileName(file))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_turn_without_events_is_recorded_without_allocating(bool isCsv)
    {
        using var recorder = new RunFolderRecorder(RecordedRun.Record, new FixedClock());
        recorder.Begin(SampleRun.Describe(_folder.Path, isCsv));
        RunJournal journal = SampleRun.Journal();
        for (int turn = 0; turn < 1000; turn++)
            journal.AddTurn(0, 1000.125 + turn, 999.5);
        for (int chunk = 0; chunk < 3; chunk++)
            recorder.Record(journal);
        long before = GC.GetAllocatedBytesForCurrentThread();
        recorder.Record(journal);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static RunJournal EveryTable()
    {
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1000.125, 999.5);
        PortfolioJournal portfolio = journal.Portfolios[SampleRun.Conservative];
        portfolio.IndicatorValues.Add(1.5);
        portfolio.IndicatorValues.Add(2.5);
        portfolio.Signals.Add(SampleRun.Signal(1, 1, 0) with { ValueCount = 2 });
        portfolio.Orders.Add(SampleRun.Order(2, 1, 0));
        portfolio.Fills.Add(SampleRun.Fill(3, 1, 1, price: 100.125m));
        portfolio.Trades.Add(SampleRun.Trade(1, 2, profit: -1.5m));
        portfolio.Positions.Add(new PositionRecord(0, SampleRun.Spx, 1.5m, 100.5m, 99.5, -1.5m));
        journal.Classifiers[0].Regimes.Add(new RegimeRecord(1, SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 1, 0.75));
        return journal;
    }

    private RecordedTable Recorded(bool isCsv, string table, params RunJournal[] journals) =>
        RecordedTable.Read(Folder(isCsv, journals), table);

    private string Folder(bool isCsv, params RunJournal[] journals) => RecordedRun.Write(_folder, isCsv, journals);
}
