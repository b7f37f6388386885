using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

public sealed class GoodFileTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_column_of_a_row_becomes_a_field_of_its_bar()
    {
        _folder.File("SPX.csv", "date,open,high,low,close,volume", "2020-01-02,10.25,12,9.5,11.75,1000", "2020-01-03,11,13.5,10,12,2000");
        using IBarSource source = _folder.Open("SPX.csv");
        BarSeries bars = DataFolder.Bars(source, "SPX");
        Assert.Equal(["2020-01-02 00:00:00", "2020-01-03 00:00:00"], DataFolder.Starts(bars));
        Assert.Equal(["2020-01-03 00:00:00", "2020-01-04 00:00:00"], DataFolder.Ends(bars));
        Assert.Equal(["2020-01-02", "2020-01-03"], DataFolder.Days(bars));
        Assert.Equal([10.25, 11], bars.Open[..2]);
        Assert.Equal([12, 13.5], bars.High[..2]);
        Assert.Equal([9.5, 10], bars.Low[..2]);
        Assert.Equal([11.75, 12], bars.Close[..2]);
        Assert.Equal([1000, 2000], bars.Volume[..2]);
        Assert.True(DataFolder.Series(source, "SPX").HasVolume);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("DATE")]
    [InlineData("DateTime")]
    [InlineData(" Timestamp ")]
    public void Headers_match_without_case(string time)
    {
        _folder.File("a.csv", $"{time},OPEN,High,lOW,Close", "2020-01-02,1,2,1,2");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([2.0], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.False(DataFolder.Series(source, "a").HasVolume);
    }

    [Fact]
    public void Mapped_headers_replace_the_usual_ones()
    {
        _folder.File("a.csv", "date,open,high,low,close,adjclose,ticker", "2020-01-02,1,9,1,2,3,XYZ");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with
        {
            Columns = new Dictionary<string, string> { ["close"] = "AdjClose", ["symbol"] = "ticker" },
        });
        Assert.Equal([3.0], DataFolder.Closes(DataFolder.Bars(source, "XYZ")));
        Assert.Equal(["close"], Assert.Single(source.Files).IgnoredColumns);
    }

    [Fact]
    public void Byte_order_mark_line_ends_quotes_blank_lines_and_comments_do_not_matter()
    {
        _folder.Raw(
            "a.csv",
            "# from somewhere\r\n\"date\",open,high,low,close,name\r\n"
                + "\"2020-01-02\",1,\"2.5\",1,2,\"a, \"\"b\"\"\nc\"\r\n\r\n2020-01-03,2,3,2,3,\r\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Comment = '#' });
        BarSeries bars = DataFolder.Bars(source);
        Assert.Equal([2.5, 3], bars.High[..2]);
        Assert.Equal([2.0, 3], DataFolder.Closes(bars));
    }

    [Theory]
    [InlineData("1469.250000", 1469.25)]
    [InlineData("0.1", 0.1)]
    [InlineData("1e3", 1000)]
    [InlineData("123456.7890123456789", 123456.7890123456789)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData(" 7 ", 7)]
    [InlineData("5.", 5)]
    public void Numbers_are_read_to_the_last_bit(string text, double value)
    {
        _folder.File("a.csv", "date,open,high,low,close", $"2020-01-02,{text},{text},{text},{text}");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([value], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void File_is_recorded_with_its_hash_rows_and_ignored_columns()
    {
        _folder.File("a.csv", "date,open,high,low,close,vwap,note", "2020-01-02,1,2,1,2,1.5,x", "2020-01-03,1,2,1,2,1.5,y");
        using IBarSource source = _folder.Open("a.csv");
        DataFile file = Assert.Single(source.Files);
        Assert.Equal($"{_folder.Root}/a.csv", file.Path);
        Assert.Equal(2, file.Rows);
        Assert.Equal(0, file.SkippedRows);
        Assert.Equal(["vwap", "note"], file.IgnoredColumns);
        Assert.Equal("7b2551fb100fc644c668fdeba96410383c4a6469036acb957d21cd10e98afdae", file.Sha256);
    }

    [Fact]
    public void One_long_file_is_sorted_out_by_its_symbols()
    {
        _folder.File(
            "all.csv",
            "symbol,date,open,high,low,close",
            "B,2020-01-02,1,2,1,2",
            "A,2020-01-02,1,2,1,1.5",
            "C,2020-01-02,1,2,1,1",
            "A,2020-01-03,1,2,1,1.6",
            "B,2020-01-03,1,2,1,1.1");
        using IBarSource all = _folder.Open("all.csv");
        Assert.Equal(["A", "B", "C"], DataFolder.Symbols(all));
        Assert.Equal([1.5, 1.6], DataFolder.Closes(DataFolder.Bars(all, "A")));
        Assert.Equal([2, 1.1], DataFolder.Closes(DataFolder.Bars(all, "B")));

        using IBarSource some = _folder.Open("all.csv", "C", "B");
        Assert.Equal(["B", "C"], DataFolder.Symbols(some));
        Assert.Equal(3, Assert.Single(some.Files).Rows);
    }

    [Fact]
    public void Rows_of_symbols_nobody_wants_are_not_looked_at()
    {
        _folder.File("all.csv", "symbol,date,open,high,low,close", "A,2020-01-02,1,2,1,2", "B,2020-01-02,x,2,1,2");
        using IBarSource source = _folder.Open("all.csv", "A");
        Assert.Equal(1, DataFolder.Series(source, "A").Bars);
    }

    [Fact]
    public void Reading_in_blocks_gives_the_bars_once_and_in_order()
    {
        _folder.File("a.csv", ["date,open,high,low,close", .. Enumerable.Range(1, 28).Select(day => $"2020-02-{day:00},1,{day},1,{day}")]);
        using IBarSource source = _folder.Open("a.csv");
        double[] expected = [.. Enumerable.Range(1, 28).Select(day => (double)day)];
        Assert.Equal(expected, DataFolder.Closes(DataFolder.Bars(source, block: 1)));
        Assert.Equal(expected, DataFolder.Closes(DataFolder.Bars(source, block: 5)));
        Assert.Equal(expected, DataFolder.Closes(DataFolder.Bars(source, block: 100)));
    }

    [Fact]
    public void Cancellation_is_heard_while_reading()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,2,1,2");
        Assert.Throws<OperationCanceledException>(
            () => new Data.BarSources().Open([_folder.Options("a.csv")], new CancellationToken(canceled: true)));
    }
}
