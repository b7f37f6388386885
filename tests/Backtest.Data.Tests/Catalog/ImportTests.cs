using System.Text.Json.Nodes;
using Backtest.Data;
using Backtest.Data.Catalog;

namespace Backtest.Tests.Catalog;

public sealed class ImportTests : IDisposable
{
    private const string Header = "date,open,high,low,close,volume";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_for_each_symbol_and_timeframe_as_hive_names_them()
    {
        _folder.File("prices/BRK.B.csv", Header, "2020-01-02,1,1,1,1,5").File("prices/EUR USD.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("prices"));
        Assert.Equal(
            [
                "_catalog.json",
                "symbol=BRK.B/timeframe=1d/_series.json",
                "symbol=BRK.B/timeframe=1d/all.parquet",
                "symbol=EUR%20USD/timeframe=1d/_series.json",
                "symbol=EUR%20USD/timeframe=1d/all.parquet",
            ],
            _folder.FilesIn());
    }

    [Fact]
    public void Import_of_the_same_again_does_nothing()
    {
        _folder.File("prices/A.csv", Header, "2020-01-02,1,1,1,1,5").File("prices/B.csv", Header, "2020-01-02,1,1,1,1,5");
        Assert.Equal(["A 1d Added", "B 1d Added"], _folder.Import(_folder.Options("prices")).Outcomes());
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(_folder.Catalog(), "symbol=A/timeframe=1d/all.parquet"));
        Assert.Equal(["A 1d Unchanged", "B 1d Unchanged"], _folder.Import(_folder.Options("prices")).Outcomes());
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(_folder.Catalog(), "symbol=A/timeframe=1d/all.parquet")));
    }

    [Fact]
    public void Series_whose_file_changed_is_renewed_and_the_others_are_not()
    {
        _folder.File("prices/A.csv", Header, "2020-01-02,1,1,1,1,5").File("prices/B.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("prices"));
        _folder.File("prices/B.csv", Header, "2020-01-02,1,1,1,1,5", "2020-01-03,2,2,2,2,5");
        Assert.Equal(["A 1d Unchanged", "B 1d Renewed"], _folder.Import(_folder.Options("prices")).Outcomes());
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([1.0, 2], DataFolder.Closes(DataFolder.Bars(source, "B")));
    }

    [Fact]
    public void Other_settings_renew_a_series()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5", "2020-01-03,2,2,2,2,5");
        _folder.Import(_folder.Options("A.csv"));
        Assert.Equal(["A 1d Renewed"], _folder.Import(_folder.Options("A.csv") with { Start = new DateOnly(2020, 1, 3) }).Outcomes());
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([2.0], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Symbol_more_leaves_those_there_alone()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5").File("B.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("{symbol}.csv", "A"));
        Assert.Equal(["A 1d Unchanged", "B 1d Added"], _folder.Import(_folder.Options("{symbol}.csv", "A", "B")).Outcomes());
    }

    [Fact]
    public void One_symbol_may_have_several_timeframes()
    {
        _folder.File("days.csv", Header, "2020-01-02,1,1,1,1,5").File("hours.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("days.csv", "A"), _folder.Options("hours.csv", "A") with { Timeframe = new Timeframe(1, 'h') });
        using IBarSource all = _folder.OpenCatalog("A");
        Assert.Equal(["1h", "1d"], all.Series.Select(series => series.Timeframe.ToString()));
        using IBarSource days = DataFolder.Open(_folder.InCatalog("A") with { Timeframe = Timeframe.Day });
        Assert.Equal(["1d"], days.Series.Select(series => series.Timeframe.ToString()));
    }

    [Fact]
    public void Bars_of_other_files_are_not_displaced_unless_asked_for()
    {
        _folder.File("2020/A.csv", Header, "2020-01-02,1,1,1,1,5").File("2021/A.csv", Header, "2021-01-04,2,2,2,2,5");
        _folder.Import(_folder.Options("2020/A.csv"));
        Assert.Equal(
            "catalog/symbol=A/timeframe=1d: the catalog has 1d bars of A from other files, which these would replace.\n"
            + "  Import all files of a series together, or use --replace to replace them.",
            _folder.ImportError(_folder.Options("2021/A.csv")));
        new CatalogImport(_folder.Catalog(), new BarSources(), new ImportOptions { Replaces = true })
            .Run([_folder.Options("2021/A.csv")], TestContext.Current.CancellationToken);
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([2.0], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_file_more_of_a_symbol_renews_it_with_all_of_them()
    {
        _folder.File("A/2020.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("{symbol}/*.csv"));
        _folder.File("A/2019.csv", Header, "2019-01-02,0.5,0.5,0.5,0.5,5");
        Assert.Equal(["A 1d Renewed"], _folder.Import(_folder.Options("{symbol}/*.csv")).Outcomes());
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([0.5, 1], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void One_file_of_many_symbols_becomes_a_series_of_each()
    {
        string[] rows = [.. Enumerable.Range(0, 20_000).Select(
            row => $"{"ABC"[row % 3]},{new DateTime(2000, 1, 1).AddDays(row / 3):yyyy-MM-dd},1,{row + 1},1,{row + 1},5")];
        _folder.File("all.csv", ["symbol,date,open,high,low,close,volume", .. rows]);
        Assert.Equal(["A 1d Added", "B 1d Added", "C 1d Added"], _folder.Import(_folder.Options("all.csv")).Outcomes());
        Assert.Equal(["A 1d Unchanged", "B 1d Unchanged", "C 1d Unchanged"], _folder.Import(_folder.Options("all.csv")).Outcomes());
        using IBarSource expected = _folder.Open("all.csv");
        using IBarSource source = _folder.OpenCatalog();
        foreach (string symbol in new[] { "A", "B", "C" })
            Assert.Equal(DataFolder.Closes(DataFolder.Bars(expected, symbol)), DataFolder.Closes(DataFolder.Bars(source, symbol)));
    }

    [Fact]
    public void Files_that_overlap_are_an_error()
    {
        _folder.File("A/1.csv", Header, "2020-01-01,1,1,1,1,5", "2020-01-03,1,1,1,1,5").File("A/2.csv", Header, "2020-01-02,1,1,1,1,5");
        Assert.StartsWith(
            "A/2.csv: the bars of A begin on 2020-01-02, before those of A/1.csv end (2020-01-03)",
            _folder.ImportError(_folder.Options("{symbol}/*.csv")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_done_before_an_error_stays_and_is_not_redone()
    {
        _folder.File("prices/A.csv", Header, "2020-01-02,1,1,1,1,5").File("prices/B.csv", Header, "2020-01-02,1,1,1,x,5");
        Assert.StartsWith("prices/B.csv:2: close 'x' is not a number", _folder.ImportError(_folder.Options("prices")), StringComparison.Ordinal);
        Assert.Equal(["_catalog.json", "symbol=A/timeframe=1d/_series.json", "symbol=A/timeframe=1d/all.parquet"], _folder.FilesIn());
        _folder.File("prices/B.csv", Header, "2020-01-02,1,1,1,1,5");
        Assert.Equal(["A 1d Unchanged", "B 1d Added"], _folder.Import(_folder.Options("prices")).Outcomes());
    }

    [Fact]
    public void A_series_that_cannot_be_renewed_is_as_it_was()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        _folder.File("A.csv", Header, "2020-01-02,2,2,2,2,5", "2020-01-03,x,2,2,2,5");
        _folder.ImportError(_folder.Options("A.csv"));
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([1.0], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Interruption_leaves_the_catalog_whole()
    {
        using var interruption = new CancellationTokenSource();
        var progress = new Interrupting(interruption, "B 1m");
        BarSourceOptions.Synthetic options = new()
        {
            Symbols = ["A", "B"],
            Timeframe = Timeframe.Minute,
            Bars = new SyntheticBars { Bars = 200_000 },
        };
        var import = new CatalogImport(_folder.Catalog(), new BarSources(), new ImportOptions { Progress = progress });
        Assert.Throws<OperationCanceledException>(() => import.Run([options], interruption.Token));
        Assert.Equal(["_catalog.json", "symbol=A/timeframe=1m/2000.parquet", "symbol=A/timeframe=1m/_series.json"], _folder.FilesIn());
        Assert.Equal(["A 1m Unchanged", "B 1m Added"], _folder.Import(options).Outcomes());
    }

    [Fact]
    public void An_import_cut_off_between_two_renames_is_undone_by_the_next()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        string place = Path.Combine(_folder.Catalog(), "symbol=A/timeframe=1d");
        string displaced = Path.Combine(_folder.Catalog(), ".replaced/symbol=A/timeframe=1d");
        Directory.CreateDirectory(Path.GetDirectoryName(displaced)!);
        Directory.Move(place, displaced);
        Assert.Equal(["A 1d Unchanged"], _folder.Import(_folder.Options("A.csv")).Outcomes());
        Assert.True(Directory.Exists(place));
    }

    [Fact]
    public void Files_of_an_import_that_was_cut_off_before_its_index_are_no_series_and_go_with_the_next()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5").File("B.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        string left = Path.Combine(_folder.Catalog(), "symbol=B/timeframe=1d/all.parquet");
        string beside = Path.Combine(_folder.Catalog(), "symbol=A/timeframe=1d/all.2.parquet");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        Directory.CreateDirectory(Path.Combine(_folder.Catalog(), ".importing"));
        File.WriteAllText(left, "part of a file");
        File.WriteAllText(beside, "part of a file");

        using (IBarSource source = _folder.OpenCatalog())
            Assert.Equal(["A"], DataFolder.Symbols(source));
        _folder.Import(_folder.Options("A.csv"));
        Assert.False(File.Exists(left) || File.Exists(beside));
    }

    [Fact]
    public async Task While_a_series_is_renewed_it_is_never_missing()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        using var done = new CancellationTokenSource();
        Task<int> reading = Task.Run(
            () =>
            {
                int read = 0;
                for (; !done.IsCancellationRequested; read++)
                {
                    try
                    {
                        using IBarSource source = _folder.OpenCatalog();
                        Assert.Equal(1, DataFolder.Bars(source).Count);
                    }
                    catch (InputException exception) when (exception.Errors[0].Code == "renewed_series")
                    {
                        // The series was renewed after it was opened: this is reported, and no other bars are read instead.
                    }
                }

                return read;
            },
            TestContext.Current.CancellationToken);
        for (int day = 3; day < 25; day++)
        {
            _folder.File("A.csv", Header, FormattableString.Invariant($"2020-01-{day:00},{day},{day},{day},{day},5"));
            Assert.Equal(["A 1d Renewed"], _folder.Import(_folder.Options("A.csv")).Outcomes());
        }

        await done.CancelAsync();
        Assert.True(await reading > 0);
        Assert.Equal(["symbol=A/timeframe=1d/_series.json", "symbol=A/timeframe=1d/all.23.parquet"], _folder.FilesIn()[1..]);
    }

    [Fact]
    public void A_series_that_was_lost_is_missed_by_those_who_read_all_there_is()
    {
        _folder.File("prices/A.csv", Header, "2020-01-02,1,1,1,1,5").File("prices/B.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("prices"));
        Directory.Delete(Path.Combine(_folder.Catalog(), "symbol=B"), recursive: true);

        Assert.StartsWith(
            "catalog: the catalog should contain B 1d, but does not.", _folder.Error(_folder.InCatalog()), StringComparison.Ordinal);
        using (IBarSource source = _folder.OpenCatalog("A"))
            Assert.Equal(["A"], DataFolder.Symbols(source));
        Assert.Equal(["A 1d Unchanged", "B 1d Added"], _folder.Import(_folder.Options("prices")).Outcomes());
        using IBarSource all = _folder.OpenCatalog();
        Assert.Equal(["A", "B"], DataFolder.Symbols(all));
    }

    [Fact]
    public void The_lock_is_one_file_for_good()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        Assert.True(File.Exists(Path.Combine(_folder.Catalog(), ".lock")));
    }

    [Fact]
    public void Two_imports_do_not_write_to_one_catalog_at_once()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5");
        _folder.Import(_folder.Options("A.csv"));
        using var held = new FileStream(Path.Combine(_folder.Catalog(), ".lock"), FileMode.Open, FileAccess.Write, FileShare.None);
        Assert.Equal("catalog: another import is writing to this catalog.\n  Wait until it has finished.", _folder.ImportError(_folder.Options("A.csv")));
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_left_alone()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5").File("catalog/notes.txt", "mine");
        Assert.StartsWith("catalog: the folder is not a catalog and not empty.", _folder.ImportError(_folder.Options("A.csv")), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], _folder.FilesIn());
    }

    [Fact]
    public void Skipped_rows_are_counted()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5", "2020-01-03,x,1,1,1,5");
        Assert.Equal(1, _folder.Import(_folder.Options("A.csv") with { SkipsBadRows = true }).SkippedRows);
    }

    [Fact]
    public void Actions_of_a_file_are_kept_and_renew_the_series_when_it_changes()
    {
        _folder.File("A.csv", Header, "2020-01-02,1,1,1,1,5", "2020-01-03,1,1,1,1,5").File("actions.csv", "symbol,date,type,value", "A,2020-01-03,split,2");
        BarSourceOptions options = _folder.Options("A.csv") with { Actions = "actions.csv" };
        _folder.Import(options);
        _folder.File("actions.csv", "symbol,date,type,value", "A,2020-01-03,split,2", "A,2020-01-03,dividend,0.5");
        Assert.Equal(["A 1d Renewed"], _folder.Import(options).Outcomes());
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal(
            [new Split("A", new DateOnly(2020, 1, 3), 2), new Dividend("A", new DateOnly(2020, 1, 3), 0.5m)], source.Actions);
    }

    [Fact]
    public void Adjusted_prices_are_kept_as_adjusted()
    {
        _folder.File("A.csv", Header, "2020-01-02,4,4,4,4,5", "2020-01-03,2,2,2,2,5").File("actions.csv", "symbol,date,type,value", "A,2020-01-03,split,2");
        _folder.Import(_folder.Options("A.csv") with { Actions = "actions.csv", Adjustment = PriceAdjustment.Splits });
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal([2.0, 2], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Empty(source.Actions);
        Assert.Equal([new AdjustmentStep(new DateOnly(2020, 1, 3), 2, 2)], Assert.Single(source.Series).Adjustments);
    }

    [Fact]
    public void That_nobody_tells_by_which_factors_prices_are_adjusted_is_kept()
    {
        _folder.File("A.csv", "date,open,high,low,Adj Close", "2020-01-02,4,4,4,4");
        _folder.Import(_folder.Options("A.csv") with { Columns = new Dictionary<string, string> { ["close"] = "Adj Close" } });
        using IBarSource source = _folder.OpenCatalog();
        Assert.True(Assert.Single(source.Series).HasUnknownAdjustment);
    }

    [Fact]
    public void Adjusted_prices_that_are_adjusted_for_more_tell_of_both()
    {
        _folder.File("A.csv", Header, "2020-01-02,4,4,4,4,5", "2020-01-03,2,2,2,2,5", "2020-01-04,2,2,2,2,5")
            .File("actions.csv", "symbol,date,type,value", "A,2020-01-03,split,2", "A,2020-01-04,dividend,0.5");
        _folder.Import(_folder.Options("A.csv") with { Actions = "actions.csv", Adjustment = PriceAdjustment.Splits });

        using IBarSource source = DataFolder.Open(_folder.InCatalog() with { Adjustment = PriceAdjustment.All });

        Assert.Equal([1.5, 1.5, 2], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Equal(
            [new AdjustmentStep(new DateOnly(2020, 1, 3), 2 / 0.75, 2), new AdjustmentStep(new DateOnly(2020, 1, 4), 1 / 0.75, 1)],
            Assert.Single(source.Series).Adjustments);
    }

    [Fact]
    public void A_series_adjusted_by_steps_its_index_does_not_have_is_imported_anew()
    {
        _folder.File("A.csv", Header, "2020-01-02,4,4,4,4,5", "2020-01-03,2,2,2,2,5").File("actions.csv", "symbol,date,type,value", "A,2020-01-03,split,2");
        BarSourceOptions options = _folder.Options("A.csv") with { Actions = "actions.csv", Adjustment = PriceAdjustment.Splits };
        _folder.Import(options);
        string index = Path.Combine(_folder.Catalog(), "symbol=A", "timeframe=1d", "_series.json");
        JsonObject written = JsonNode.Parse(File.ReadAllBytes(index))!.AsObject();
        Assert.True(written.Remove("adjustments"));
        File.WriteAllText(index, written.ToJsonString());

        using (IBarSource source = _folder.OpenCatalog())
            Assert.Empty(Assert.Single(source.Series).Adjustments);
        Assert.Equal(["A 1d Renewed"], _folder.Import(options).Outcomes());
        Assert.Equal(["A 1d Unchanged"], _folder.Import(options).Outcomes());
    }

    [Fact]
    public void A_symbol_the_files_do_not_have_is_an_error()
    {
        _folder.File("all.csv", "symbol,date,open,high,low,close", "B,2020-01-02,1,1,1,1");
        Assert.StartsWith("data.symbols: the data does not have A; it has B.", _folder.ImportError(_folder.Options("all.csv", "A")), StringComparison.Ordinal);
    }

    private sealed class Interrupting(CancellationTokenSource interruption, string at) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Name == at && value.Bars > 250_000)
                interruption.Cancel();
        }
    }
}
