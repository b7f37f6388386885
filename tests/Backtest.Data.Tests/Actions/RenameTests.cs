using Backtest.Tests.Catalog;

namespace Backtest.Tests;

public sealed class RenameTests : IDisposable
{
    private const string Header = "date,open,high,low,close";

    private readonly DataFolder _folder = new();

    [Theory]
    [InlineData("META")]
    [InlineData]
    public void Bars_of_the_old_symbol_come_before_those_of_the_new_one(params string[] symbols)
    {
        Files();
        using IBarSource source = Open(symbols, "FB,2022-06-09,rename,META");

        Assert.Equal(["META"], DataFolder.Symbols(source));
        Assert.Equal([1, 2, 3, 4], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Bars_on_the_other_side_of_the_day_are_of_other_companies()
    {
        // Another company had the symbol META before, and another took FB afterwards.
        _folder.File("FB.csv", Header, "2022-06-07,1,1,1,1", "2022-06-08,2,2,2,2", "2022-06-09,70,70,70,70");
        _folder.File("META.csv", Header, "2022-06-07,90,90,90,90", "2022-06-09,3,3,3,3");
        using IBarSource source = Open([], "FB,2022-06-09,rename,META");

        Assert.Equal(["FB", "META"], DataFolder.Symbols(source));
        Assert.Equal([70], DataFolder.Closes(DataFolder.Bars(source, "FB")));
        Assert.Equal([1, 2, 3], DataFolder.Closes(DataFolder.Bars(source, "META")));
    }

    [Fact]
    public void How_the_parts_were_adjusted_is_kept_of_each()
    {
        Files();
        _folder.File("splits.csv", "symbol,date,type,value", "FB,2022-06-08,split,2");
        _folder.File("renames.csv", "symbol,date,type,value", "FB,2022-06-09,rename,META");
        _folder.Import(
            _folder.Options("FB.csv") with { Timeframe = Timeframe.Day, Actions = "splits.csv", Adjustment = PriceAdjustment.Splits },
            _folder.Options("META.csv") with { Timeframe = Timeframe.Day });
        using IBarSource source = DataFolder.Open(_folder.InCatalog() with { Actions = "renames.csv" });

        Assert.Equal(
            [new AdjustmentStep(new(2022, 6, 8), Divisor: 2, Units: 2), new AdjustmentStep(new(2022, 6, 9), Divisor: 1, Units: 1)],
            Assert.Single(source.Series).Adjustments);
    }

    [Fact]
    public void A_history_that_is_all_under_the_new_symbol_stays_whole()
    {
        _folder.File("META.csv", Header, "2022-06-08,2,2,2,2", "2022-06-09,3,3,3,3");
        using IBarSource source = Open(["META"], "FB,2022-06-09,rename,META");

        Assert.Equal([2, 3], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void One_that_ends_before_it_was_renamed_has_the_new_symbol_all_the_same()
    {
        _folder.File("FB.csv", Header, "2022-06-07,1,1,1,1");
        using IBarSource source = Open([], "FB,2022-06-09,rename,META");

        Assert.Equal(["META"], DataFolder.Symbols(source));
    }

    [Fact]
    public void A_company_may_be_renamed_more_than_once()
    {
        _folder.File("A.csv", Header, "2020-01-01,1,1,1,1").File("B.csv", Header, "2020-02-03,2,2,2,2").File("C.csv", Header, "2020-03-02,3,3,3,3");
        using IBarSource source = Open(["C"], "B,2020-03-01,rename,C", "A,2020-02-01,rename,B");

        Assert.Equal(["C"], DataFolder.Symbols(source));
        Assert.Equal([1, 2, 3], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_file_that_is_named_for_one_symbol_is_not_read_for_its_former_one_as_well()
    {
        _folder.File("prices.csv", Header, "2022-06-08,2,2,2,2", "2022-06-09,3,3,3,3");
        _folder.File("actions.csv", "symbol,date,type,value", "FB,2022-06-09,rename,META");
        using IBarSource source = DataFolder.Open(_folder.Options("prices.csv", "META") with { Actions = "actions.csv" });

        Assert.Equal([2, 3], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Actions_go_with_the_company_whichever_symbol_it_had()
    {
        Files();
        using IBarSource source = Open(["META"], "FB,2022-06-09,rename,META", "FB,2022-06-08,split,2", "META,2022-06-10,dividend,0.5", "FB,2022-06-10,split,3");

        Assert.Equal(
            [new Split("META", new DateOnly(2022, 6, 8), 2), new Dividend("META", new DateOnly(2022, 6, 10), 0.5m)], source.Actions);
    }

    [Fact]
    public void A_split_before_the_rename_adjusts_the_bars_before_it()
    {
        Files();
        using IBarSource source = DataFolder.Open(Options(["META"], "FB,2022-06-09,rename,META", "FB,2022-06-08,split,2") with
        {
            Adjustment = PriceAdjustment.Splits,
        });

        Assert.Equal([0.5, 2, 3, 4], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_catalog_takes_the_company_under_its_new_symbol()
    {
        Files();
        _folder.Import(Options(["META"], "FB,2022-06-09,rename,META", "META,2022-06-10,delisting,"));
        using IBarSource catalog = _folder.OpenCatalog();

        Assert.Equal(["META"], DataFolder.Symbols(catalog));
        Assert.Equal([1, 2, 3, 4], DataFolder.Closes(DataFolder.Bars(catalog)));
        Assert.Equal([new Delisting("META", new DateOnly(2022, 6, 10), Price: null)], catalog.Actions);
    }

    public void Dispose() => _folder.Dispose();

    private void Files() => _folder
        .File("FB.csv", Header, "2022-06-07,1,1,1,1", "2022-06-08,2,2,2,2")
        .File("META.csv", Header, "2022-06-09,3,3,3,3", "2022-06-10,4,4,4,4");

    private IBarSource Open(string[] symbols, params string[] rows) => DataFolder.Open(Options(symbols, rows));

    private BarSourceOptions.Csv Options(string[] symbols, params string[] rows)
    {
        _folder.File("actions/all.csv", ["symbol,date,type,value", .. rows]);
        return _folder.Options(symbols.Length > 0 ? "{symbol}.csv" : "*.csv", symbols) with { Actions = "actions/all.csv" };
    }
}
