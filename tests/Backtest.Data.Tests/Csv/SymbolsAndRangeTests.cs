namespace Backtest.Tests.Csv;

public sealed class SymbolsAndRangeTests : IDisposable
{
    private const string Header = "date,open,high,low,close";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Start_and_end_keep_their_whole_days()
    {
        _folder.File(
            "a.csv",
            "time,open,high,low,close",
            "2020-01-01 23:00,1,1,1,1",
            "2020-01-02 00:00,1,1,1,1",
            "2020-01-03 23:00,1,1,1,1",
            "2020-01-04 00:00,1,1,1,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with
        {
            Timeframe = new Timeframe(1, 'h'),
            Start = new DateOnly(2020, 1, 2),
            End = new DateOnly(2020, 1, 3),
        });
        Assert.Equal(["2020-01-02 00:00:00", "2020-01-03 23:00:00"], DataFolder.Starts(DataFolder.Bars(source)));
        Assert.Equal(2, Assert.Single(source.Files).Rows);
        Assert.Equal(new DateOnly(2020, 1, 3), Assert.Single(source.Series).LastDay);
    }

    [Fact]
    public void Days_of_start_and_end_are_those_of_the_zone()
    {
        _folder.File("a.csv", "time,open,high,low,close", "2020-01-02T04:59:00Z,1,1,1,1", "2020-01-02T05:00:00Z,1,1,1,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with
        {
            Timeframe = Timeframe.Minute,
            TimeZone = "America/New_York",
            Start = new DateOnly(2020, 1, 2),
        });
        Assert.Equal(["2020-01-02 05:00:00"], DataFolder.Starts(DataFolder.Bars(source)));
    }

    [Fact]
    public void Rows_outside_the_range_are_not_looked_at()
    {
        _folder.File("a.csv", Header, "2020-01-01,x,1,1,1", "2020-01-02,1,1,1,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Start = new DateOnly(2020, 1, 2) });
        Assert.Equal(1, DataFolder.Series(source, "a").Bars);
    }

    [Theory]
    [InlineData("2021-01-01", null, "data.start: there is no bar of a from 2021-01-01 on; the data has it from 2020-01-01 to 2020-01-02.")]
    [InlineData(null, "2019-01-01", "data.end: there is no bar of a up to 2019-01-01; the data has it from 2020-01-01 to 2020-01-02.")]
    [InlineData(
        "2018-01-01",
        "2019-01-01",
        "data.start: there is no bar of a from 2018-01-01 to 2019-01-01; the data has it from 2020-01-01 to 2020-01-02.")]
    public void Range_without_a_bar_is_told_with_the_range_there_is(string? start, string? end, string message)
    {
        _folder.File("a.csv", Header, "2020-01-01,1,1,1,1", "2020-01-02,1,1,1,1");
        BarSourceOptions options = _folder.Options("a.csv") with
        {
            Start = start is null ? null : DateOnly.Parse(start, null),
            End = end is null ? null : DateOnly.Parse(end, null),
        };
        Assert.StartsWith(message, _folder.Error(options), StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_that_only_begin_later_are_left_out_unless_asked_for()
    {
        _folder.File("A.csv", Header, "2020-01-01,1,1,1,1").File("B.csv", Header, "2021-01-01,1,1,1,1");
        BarSourceOptions options = _folder.Options(".") with { End = new DateOnly(2020, 12, 31) };
        using IBarSource source = DataFolder.Open(options);
        Assert.Equal(["A"], DataFolder.Symbols(source));
        Assert.Contains("no bar of B", _folder.Error(options with { Symbols = ["A", "B"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Symbol_that_the_data_does_not_have_is_an_error()
    {
        _folder.File("all.csv", "symbol,date,open,high,low,close", "B,2020-01-02,1,1,1,1", "A,2020-01-02,1,1,1,1");
        Assert.Equal(
            "data.symbols: the data does not have a; it has A, B.\n  Symbols are case-sensitive. Remove those that the data does not have.",
            _folder.Error("all.csv", "a"));
    }

    [Fact]
    public void Files_of_one_symbol_are_put_in_order_of_time()
    {
        _folder.File("SPX/1.csv", Header, "2020-01-03,1,3,1,3").File("SPX/2.csv", Header, "2020-01-01,1,1,1,1", "2020-01-02,1,2,1,2");
        using IBarSource source = _folder.Open("{symbol}/*.csv", "SPX");
        Assert.Equal([1.0, 2, 3], DataFolder.Closes(DataFolder.Bars(source, "SPX")));
        Assert.Equal(["1.csv", "2.csv"], source.Files.Select(file => Path.GetFileName(file.Path)));
    }

    [Fact]
    public void Files_of_one_symbol_that_overlap_are_an_error()
    {
        _folder.File("SPX/1.csv", Header, "2020-01-01,1,1,1,1", "2020-01-03,1,1,1,1").File("SPX/2.csv", Header, "2020-01-02,1,1,1,1");
        Assert.StartsWith(
            "SPX/2.csv: the bars of SPX begin on 2020-01-02, before those of SPX/1.csv end (2020-01-03)",
            _folder.Error("{symbol}/*.csv"),
            StringComparison.Ordinal);
    }
}
