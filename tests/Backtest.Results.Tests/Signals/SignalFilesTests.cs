using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests.Signals;

/// <summary>A table of signals is read back as it was written, in either format.</summary>
public sealed class SignalFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signal_has_all_it_takes_to_give_it_once_more(bool isCsv)
    {
        EntryTerms terms = new()
        {
            Limit = 101.25,
            Stop = 100.5,
            TimeInForce = TimeInForce.Day,
            StopLoss = PriceLevel.Offset(3.5),
            TakeProfit = PriceLevel.At(120),
            TrailingStop = 0.1,
            Add = true,
        };

        StoredSignal read = Assert.Single(SignalFiles.Read(Write(isCsv, Enter(terms))).Signals);

        Assert.Equal(
            ("conservative", "momentum", "SPX", SampleRun.End(1).Ticks, 1, 7),
            (read.Portfolio, read.Strategy, read.Symbol, read.Time, read.Id, read.Handle));
        Assert.Equal((SignalAction.Enter, Direction.Short, 0.5, "why, \"so\""), (read.Action, read.Direction, read.Strength, read.Reason));
        Assert.Equal(terms, read.Entry);
        Assert.Equal([1.5, double.NaN], read.Indicators);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Orders_without_a_price_of_their_own_keep_their_type_and_what_ends_them(bool isCsv)
    {
        EntryTerms trailing = new()
        {
            Trail = 2.5,
            TimeInForce = TimeInForce.GoodTillDate,
            GoodUntil = new DateOnly(2020, 3, 1),
            OneCancelsOther = new SignalHandle(4),
            After = new SignalHandle(3),
        };
        EntryTerms onClose = new() { Type = OrderType.MarketOnClose };

        Assert.Equal(trailing, Assert.Single(SignalFiles.Read(Write(isCsv, Enter(trailing))).Signals).Entry);
        Assert.Equal(onClose, Assert.Single(SignalFiles.Read(Write(isCsv, Enter(onClose))).Signals).Entry);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plans_of_exits_and_what_waits_for_a_better_price_come_back(bool isCsv)
    {
        EntryTerms terms = new()
        {
            Touch = 99,
            Limit = 99.5,
            TrailingStopFraction = 0.05,
            TimeInForce = TimeInForce.Day,
            Plan = new ExitPlan
            {
                Targets = [new(PriceLevel.Offset(2), 0.5), new(PriceLevel.At(120), 0.25)],
                TrailingFrom = PriceLevel.Offset(1),
                TrailingStep = 0.5,
                BreakEvenAt = PriceLevel.At(110),
            },
        };

        Assert.Equal(terms, Assert.Single(SignalFiles.Read(Write(isCsv, Enter(terms))).Signals).Entry);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cancellations_amendments_and_targets_come_back(bool isCsv)
    {
        SignalEvent entry = Enter(default).Signal with { Strength = 1 };
        SignalEvent[] signals =
        [
            entry with { Action = SignalAction.Cancel, RefersTo = new SignalHandle(3) },
            entry with
            {
                Action = SignalAction.Amend,
                RefersTo = new SignalHandle(4),
                Size = PositionSize.Quantity(12),
                Entry = new EntryTerms { Stop = 11, TrailingStop = 2, StopLoss = PriceLevel.Offset(1) },
            },
            entry with { Action = SignalAction.Target, Size = PositionSize.Weight(-0.25), Band = 0.01 },
            entry with { Action = SignalAction.Exit, Entry = new EntryTerms { Limit = 12, Type = OrderType.LimitOnClose } },
        ];

        foreach (SignalEvent signal in signals)
        {
            SignalRecord record = Enter(default);
            record.Signal = signal;
            StoredSignal read = Assert.Single(SignalFiles.Read(Write(isCsv, record)).Signals);
            Assert.Equal(
                (signal.Action, signal.RefersTo, signal.Size, signal.Band, signal.Entry), (read.Action, read.RefersTo, read.Size, read.Band, read.Entry));
        }
    }

    [Fact]
    public void A_table_written_before_there_were_such_columns_is_read()
    {
        string path = Path.Combine(Write(isCsv: true, Enter(new EntryTerms { Limit = 9 })), "signals.csv");
        string[] lines = File.ReadAllLines(path);
        string[] later =
        [
            "order_type", "trail", "good_until", "one_cancels_other", "touch_price", "trail_fraction", "trailing_stop_fraction", "exit_plan",
            "refers_to", "size_unit", "size", "band", "after",
        ];
        string[] header = lines[0].Split(',');
        Assert.Empty(later.Except(header));
        lines[0] = string.Join(',', header.Select(name => later.Contains(name) ? $"not_{name}" : name));
        File.WriteAllLines(path, lines);

        Assert.Equal(new EntryTerms { Limit = 9 }, Assert.Single(SignalFiles.Read(path).Signals).Entry);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Terms_that_were_not_set_are_not_set(bool isCsv) =>
        Assert.Equal(default, Assert.Single(SignalFiles.Read(Write(isCsv, Enter(default))).Signals).Entry);

    [Fact]
    public void Strategies_that_gave_no_signal_are_known_from_the_manifest()
    {
        string folder = Write(isCsv: true, Enter(default));
        string manifest = Path.Combine(folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(
            "\"name\": \"sample\"", "\"name\": \"sample\", \"portfolios\": [{\"name\": \"quiet\", \"strategies\": [{\"name\": \"idle\"}]}]", StringComparison.Ordinal));

        StoredSignals read = SignalFiles.Read(folder);

        Assert.Equal([("quiet", "idle"), ("conservative", "momentum")], read.Strategies);
        Assert.Equal(["dd"], Assert.Single(read.Data));
        Assert.Equal(1, Assert.Single(read.Files).Rows);
    }

    [Fact]
    public void A_table_alone_is_read_as_its_run_folder_is()
    {
        string folder = Write(isCsv: true, Enter(default));

        Assert.Equal(
            Assert.Single(SignalFiles.Read(folder).Signals).Time, Assert.Single(SignalFiles.Read(Path.Combine(folder, "signals.csv")).Signals).Time);
    }

    [Fact]
    public void A_column_that_is_missing_is_named()
    {
        string table = Path.Combine(Write(isCsv: true, Enter(default)), "signals.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace(",take_profit_distance,", ",something_else,", StringComparison.Ordinal));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(table)).Errors);
        Assert.Equal(("missing_column", "take_profit_distance", table), (error.Code, error.Key, error.Position.File));
    }

    [Fact]
    public void A_cell_that_is_wrong_is_told_with_its_row()
    {
        string table = Path.Combine(Write(isCsv: true, Enter(default)), "signals.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace(",short,", ",sideways,", StringComparison.Ordinal));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(table)).Errors);
        Assert.Equal("invalid_cell", error.Code);
        Assert.StartsWith("row 1: found 'sideways' in the column 'direction', expected one of ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_folder_of_a_later_release_is_refused()
    {
        string folder = Write(isCsv: true, Enter(default));
        string manifest = Path.Combine(folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"schemaVersion\": 1", "\"schemaVersion\": 99", StringComparison.Ordinal));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(folder)).Errors);
        Assert.Equal(("newer_schema", manifest), (error.Code, error.Position.File));
    }

    [Fact]
    public void Two_runs_with_the_same_signals_are_refused()
    {
        Write(isCsv: true, Enter(default));
        Write(isCsv: false, Enter(default));

        Assert.Equal("same_signals", Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(_folder.Path)).Errors).Code);
    }

    [Fact]
    public void Runs_of_a_folder_are_read_together()
    {
        Write(isCsv: true, Enter(default));
        Write(isCsv: false, Enter(default, turn: 0));

        Assert.Equal([SampleRun.End(0).Ticks, SampleRun.End(1).Ticks], SignalFiles.Read(_folder.Path).Signals.Select(signal => signal.Time));
    }

    [Fact]
    public void A_place_without_signals_is_refused() =>
        Assert.Equal("no_signals", Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(_folder.Path)).Errors).Code);

    [Fact]
    public void A_file_that_is_no_table_is_refused()
    {
        string file = Path.Combine(_folder.Path, "signals.parquet");
        File.WriteAllText(file, "nothing of the kind");

        Assert.Equal("unreadable_file", Assert.Single(Assert.Throws<InputException>(() => SignalFiles.Read(file)).Errors).Code);
    }

    private static SignalRecord Enter(EntryTerms terms, long turn = 1)
    {
        SignalRecord record = SampleRun.Signal(sequence: 1, id: 1, turn);
        record.Signal = record.Signal with
        {
            Handle = new SignalHandle(7),
            Direction = Direction.Short,
            Strength = 0.5,
            Entry = terms,
            Reason = "why, \"so\"",
        };
        (record.FirstValue, record.ValueCount) = (0, 2);
        return record;
    }

    private string Write(bool isCsv, SignalRecord signal)
    {
        RunJournal journal = SampleRun.Journal();
        journal.AddTurn(0, 1000, 1000);
        journal.Portfolios[SampleRun.Conservative].Signals.Add(signal);
        journal.Portfolios[SampleRun.Conservative].IndicatorValues.Add(1.5);
        journal.Portfolios[SampleRun.Conservative].IndicatorValues.Add(double.NaN);
        return RecordedRun.Write(_folder, isCsv, journal);
    }
}
