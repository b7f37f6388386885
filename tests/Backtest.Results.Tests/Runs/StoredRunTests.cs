using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>A run folder is read back exactly as it was recorded.</summary>
public sealed class StoredRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_table_reads_back_to_the_rows_that_were_recorded(bool isCsv)
    {
        RunJournal journal = Everything();
        var rows = new RowRecorder();
        rows.Begin(SampleRun.Describe());
        rows.Record(journal);
        var run = StoredRun.Open(RecordedRun.Write(_folder, isCsv, journal));

        Assert.Equal(rows.Orders, run.Orders);
        Assert.Equal(rows.OrderStates, run.OrderStates);
        Assert.Equal(rows.Fills, run.Fills);
        Assert.Equal(rows.Trades, run.Trades);
        Assert.Equal(rows.Actions, run.Actions);
        Assert.Equal(rows.Positions, run.Positions);
        Assert.Equal(rows.Regimes, run.Regimes);
        Assert.Equal([0.25, 0.75], run.RegimeProbabilities.Select(row => row.Probability));
        Assert.Equal(rows.Signals.Select(Plain), run.Signals.Select(Plain));
        Assert.Equal(rows.Signals.SelectMany(signal => signal.Indicators), run.Signals.SelectMany(signal => signal.Indicators));
        Assert.All(
            new[] { rows.Orders.Length, rows.OrderStates.Length, rows.Fills.Length, rows.Trades.Length, rows.Actions.Length, rows.Positions.Length, rows.Regimes.Length, rows.Signals.Length },
            count => Assert.NotEqual(0, count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Equity_reads_back_for_each_portfolio_and_the_total(bool isCsv)
    {
        RunJournal journal = Everything();
        RunEquity equity = StoredRun.Open(RecordedRun.Write(_folder, isCsv, journal)).Equity;

        Assert.Equal(["conservative", "aggressive"], equity.Portfolios.Select(series => series.Name));
        Assert.Equal([1000.5, 1001], equity["conservative"].Equity.ToArray());
        Assert.Equal([2000.5, 2003], equity.Total.Equity.ToArray());
        Assert.Equal([SampleRun.End(0), SampleRun.End(1)], equity.Total.Times.ToArray());
        Assert.Equal(DateTimeKind.Utc, equity.Total.Times[0].Kind);
    }

    [Fact]
    public void An_indicator_that_was_not_ready_reads_back_as_nothing()
    {
        SignalRow signal = Assert.Single(StoredRun.Open(RecordedRun.Write(_folder, isCsv: false, Everything())).Signals);
        Assert.Equal(101.25, signal.Indicator("Fast"));
        Assert.Null(signal.Indicator("Slow"));
        Assert.Equal(["Fast", "Slow"], signal.Indicators.Select(reading => reading.Name));
    }

    [Fact]
    public void Manifest_and_metrics_are_those_that_were_written()
    {
        var run = StoredRun.Open(RecordedRun.Write(_folder, isCsv: false, Everything()));
        Assert.Equal("sample", (string?)run.Manifest.Config["name"]);
        Assert.Equal(2, run.Metrics?.Portfolios.Count);
        Assert.Equal("20260304-050607-sample-01234567", run.Id);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_refused()
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => StoredRun.Open(_folder.Path)).Errors);
        Assert.Equal("no_run", error.Code);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_tables_has_its_figures_and_says_what_to_change_when_rows_are_asked_for()
    {
        RunDescription description = SampleRun.Describe(_folder.Path);
        var run = StoredRun.Open(RecordedRun.Write(
            description with { Config = description.Config with { Output = description.Config.Output with { Tables = TableFormat.None } } }, Everything()));
        Assert.False(run.Has("fills"));
        Assert.NotNull(run.Metrics);
        InputError error = Assert.Single(Assert.Throws<InputException>(() => run.Fills).Errors);
        Assert.Equal(("no_table", "output.tables"), (error.Code, error.Key));
    }

    [Fact]
    public void A_manifest_that_is_cut_off_is_refused_with_its_path()
    {
        string folder = RecordedRun.Write(_folder, isCsv: false, Everything());
        string manifest = Path.Combine(folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest)[..100]);
        InputError error = Assert.Single(Assert.Throws<InputException>(() => StoredRun.Open(folder)).Errors);
        Assert.Equal("unreadable_file", error.Code);
        Assert.Equal(manifest, error.Position.File);
    }

    [Fact]
    public void A_run_is_found_by_path_id_prefix_and_as_the_latest()
    {
        string first = RecordedRun.Write(_folder, isCsv: false, Everything());
        string second = RecordedRun.Write(_folder, isCsv: false, Everything()); // at the same moment, so a number is appended
        string newest = Path.Combine(_folder.Path, "20270101-000000-other-ffffffff");
        Directory.Move(second, newest);
        var runs = new RunFolders(_folder.Path);

        Assert.Equal([newest, first], runs.All);
        Assert.Equal(newest, runs.Find("latest"));
        Assert.Equal(first, runs.Find("2026"));
        Assert.Equal(first, runs.Find(Path.GetFileName(first)));
        Assert.Equal(first, runs.Find(first));
    }

    [Fact]
    public void A_run_is_found_by_its_name_and_by_a_part_of_its_id_that_no_other_has()
    {
        string first = Renamed("20270101-000000-slow-trend-0aaaaaaa");
        string second = Renamed("20270102-000000-trend-0bbbbbbb");
        string third = Renamed("20270103-000000-trend-0bbbbbbb-2");
        var runs = new RunFolders(_folder.Path);

        Assert.Equal(first, runs.Find("slow-trend"));
        Assert.Equal(first, runs.Find("slow"));
        Assert.Equal(first, runs.Find("aaaa"));
        Assert.Equal(second, runs.Find("0102-000000"));
        Assert.Equal(third, runs.Find("-2"));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => runs.Find("trend")).Errors);
        Assert.Equal("ambiguous_run", error.Code);
        Assert.Equal($"'trend' matches 2 runs: {Path.GetFileName(third)}, {Path.GetFileName(second)}", error.Message);

        string Renamed(string id)
        {
            string folder = Path.Combine(_folder.Path, id);
            Directory.Move(RecordedRun.Write(_folder, isCsv: false, Everything()), folder);
            return folder;
        }
    }

    [Theory]
    [InlineData("2026", "ambiguous_run", "'2026' matches 2 runs: ")]
    [InlineData("sample", "ambiguous_run", "'sample' matches 2 runs: ")]
    [InlineData("", "unknown_run", "no run in")]
    [InlineData("1999", "unknown_run", "no run in")]
    public void A_run_that_is_not_there_or_not_the_only_one_is_an_error(string text, string code, string message)
    {
        RecordedRun.Write(_folder, isCsv: false, Everything());
        RecordedRun.Write(_folder, isCsv: false, Everything());
        InputError error = Assert.Single(Assert.Throws<InputException>(() => new RunFolders(_folder.Path).Find(text)).Errors);
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_of_no_runs_is_an_error() => Assert.Equal(
        "unknown_run", Assert.Single(Assert.Throws<InputException>(() => new RunFolders(_folder.Path).Find("latest")).Errors).Code);

    // Immutable arrays are equal only if they are the same array, so readings are compared separately.
    private static SignalRow Plain(SignalRow signal) => signal with { Indicators = [] };

    private static RunJournal Everything()
    {
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1000.5, 1000);
        journal.AddTurn(1, 1001, 1002);
        PortfolioJournal portfolio = journal.Portfolios[SampleRun.Conservative];
        SignalRecord signal = SampleRun.Signal(1, 1, turn: 0);
        signal = signal with
        {
            Signal = signal.Signal with { Entry = new EntryTerms { Limit = 99.5, StopLoss = PriceLevel.Offset(2), TakeProfit = PriceLevel.At(120) }, Reason = "said \"so\", twice" },
            Regime = "bull",
            Outcome = SignalOutcome.Cut,
            RiskLimit = "max_position",
            Measured = 0.4,
            Threshold = 0.3,
            ValueCount = 2,
        };
        portfolio.IndicatorValues.Add(101.25);
        portfolio.IndicatorValues.Add(double.NaN);
        portfolio.Signals.Add(signal);
        portfolio.Orders.Add(SampleRun.Order(2, 1, turn: 0));
        portfolio.OrderStates.Add(new OrderStateRecord(
            3, 0, 1, SampleRun.End(0).Ticks, OrderState.Working, default, 10, 101.5, double.NaN, "a,b\nc"));
        portfolio.Fills.Add(SampleRun.Fill(4, 1, turn: 1, quantity: 0.125m, price: 100.05m));
        portfolio.Trades.Add(SampleRun.Trade(1, turn: 1, profit: -12.25m, regime: "bull"));
        portfolio.Actions.Add(new ActionRecord(6, new PositionActionEvent(SampleRun.Bar(1).Ticks, 1, SampleRun.Future, ActionType.Split, 2, 20, -0.5m), 1));
        portfolio.Positions.Add(new PositionRecord(1, SampleRun.Future, -3, 99.5m, 101.25, -12.5m));
        journal.Classifiers[0].Regimes.Add(new RegimeRecord(1, SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 1, 0.75));
        journal.Classifiers[0].Probabilities.Add(new RegimeProbabilityRecord(SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 0, 0.25));
        journal.Classifiers[0].Probabilities.Add(new RegimeProbabilityRecord(SampleRun.End(0).Ticks, SampleRun.Bar(0).Ticks, null, 1, 0.75));
        return journal;
    }
}
