namespace Backtest.Tests;

public sealed class ActionFileTests : IDisposable
{
    private readonly DataFolder _folder = new DataFolder().File("A.csv", "time,open,high,low,close", "2020-01-01,1,1,1,1", "2020-01-02,1,1,1,1");

    [Fact]
    public void Actions_are_by_day_and_splits_ahead_of_dividends_whatever_the_order_of_rows() => Assert.Equal(
        [new Dividend("A", new(2020, 1, 1), 0.25m), new Split("A", new(2020, 1, 2), 0.1m), new Dividend("A", new(2020, 1, 2), 1)],
        Read("Value,Type,Date,Symbol", "1,Dividend,2020-01-02,A", "1:10,split,20200102,A", "", "0.25,dividend,2020-01-01,A"));

    [Fact]
    public void A_delisting_pays_a_final_price_which_may_be_nothing() => Assert.Equal(
        [new Delisting("A", new(2020, 1, 2), 12.5m), new Delisting("A", new(2020, 1, 3), 0)],
        Read("symbol,date,type,value", "A,2020-01-03,delisting,0", "A,2020-01-02,delisting,12.50"));

    [Fact]
    public void A_final_price_may_be_unknown() => Assert.Equal(
        [new Delisting("A", new(2020, 1, 2), Price: null)], Read("symbol,date,type,value", "A,2020-01-02,delisting,"));

    [Fact]
    public void Rows_of_symbols_there_are_no_bars_of_are_passed_over() =>
        Assert.Empty(Read("symbol,date,type,value", "B,2020-01-02,split,2"));

    [Fact]
    public void The_file_is_recorded_with_those_of_the_bars()
    {
        Read("symbol,date,type,value", "A,2020-01-02,split,2");
        IBarSource source = DataFolder.Open(Options);

        Assert.Equal(["A.csv", "actions.csv"], source.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal((1L, 64), (source.Files[1].Rows, source.Files[1].Sha256.Length));
    }

    [Theory]
    [InlineData("A,2020-13-02,split,2", "'2020-13-02' is not a valid date", "Write the ex-date, year first: 2014-06-09.")]
    [InlineData(
        "A,2020-01-02,split,0", "'0' is not a valid split ratio",
        "Write the number of units after the split for each unit before it, above zero: 7, 7:1, or 1:10 if ten become one.")]
    [InlineData(
        "A,2020-01-02,split,1:0", "'1:0' is not a valid split ratio",
        "Write the number of units after the split for each unit before it, above zero: 7, 7:1, or 1:10 if ten become one.")]
    [InlineData("A,2020-01-02,dividend,-1", "'-1' is not a valid dividend", "Write the money paid for each share, above zero: 0.82.")]
    [InlineData(
        "A,2020-01-02,merger,1", "'merger' is not a type of action; expected split, dividend, delisting or rename",
        "Write split, dividend, delisting or rename, or remove the row.")]
    [InlineData(
        "A,2020-01-02,delisting,-1", "'-1' is not a valid final price", "Write the money paid for each unit held, 0 or more: 12.50. Leave it empty to settle at the last price.")]
    [InlineData("A,2020-01-02,rename,A", "'A' is not a valid new symbol of A", "Write the symbol from that day on: FB,2022-06-09,rename,META.")]
    [InlineData("A,2020-01-02,split", "the row has 3 fields, the header 4", "Write one field for each header.")]
    [InlineData("A,2020-01-01,split,3", "A has this split on 2020-01-01 twice", "Remove one of the rows.")]
    [InlineData("A,2020-01-01,dividend,1", "A has this dividend on 2020-01-01 twice", "Remove one of the rows.")]
    public void A_wrong_row_is_an_error_that_names_its_line(string row, string message, string fix)
    {
        _folder.File("actions.csv", "symbol,date,type,value", "A,2020-01-01,split,2", "A,2020-01-01,dividend,1", row);

        Assert.Equal($"actions.csv:4: {message}\n  {fix}", _folder.Error(Options));
    }

    [Fact]
    public void A_missing_column_is_an_error()
    {
        _folder.File("actions.csv", "ticker,date,type,value");

        Assert.Equal(
            "actions.csv:1: there is no header symbol; the headers are ticker, date, type, value\n" +
            "  The file needs the header symbol,date,type,value.",
            _folder.Error(Options));
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.Equal(
        "data.actions: there is no file actions.csv.\n  Relative paths start from the run file's folder. Check that the file exists.",
        _folder.Error(Options));

    public void Dispose() => _folder.Dispose();

    private BarSourceOptions.Csv Options => _folder.Options("A.csv") with { Actions = "actions.csv" };

    private IReadOnlyList<CorporateAction> Read(params string[] lines) =>
        DataFolder.Open(_folder.File("actions.csv", lines).Options("A.csv") with { Actions = "actions.csv" }).Actions;
}
