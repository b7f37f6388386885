namespace Backtest.Tests.Csv;

public sealed class BadFileTests : IDisposable
{
    private const string Header = "date,open,high,low,close,volume";
    private const string Skip = "Fix the row, or set data.bad_rows: skip to leave it out.";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("10,9,8,9.5,1", "high 9 is below open 10", "bars need low ≤ open, close ≤ high")]
    [InlineData("8,9,7,9.5,1", "high 9 is below close 9.5", "bars need low ≤ open, close ≤ high")]
    [InlineData("8,9,9.5,9,1", "high 9 is below low 9.5", "bars need low ≤ open, close ≤ high")]
    [InlineData("8,9,8.5,9,1", "low 8.5 is above open 8", "bars need low ≤ open, close ≤ high")]
    [InlineData("9,9,8.5,8,1", "low 8.5 is above close 8", "bars need low ≤ open, close ≤ high")]
    [InlineData("8,9,8,NaN,1", "close 'NaN' is not a number", "numbers in this file look like 1190.10")]
    [InlineData("8,Infinity,8,8,1", "high 'Infinity' is not a number", "numbers in this file look like 1190.10")]
    [InlineData("8,9,8,n/a,1", "close 'n/a' is not a number", "numbers in this file look like 1190.10")]
    [InlineData("8,9,8,\"1,8\",1", "close '1,8' is not a number",
        "numbers in this file look like 1190.10; if it has a comma before fractions, set data.decimal: comma")]
    [InlineData("8,,8,8,1", "high is empty", "numbers in this file look like 1190.10")]
    [InlineData("8,9,-8,8,1", "low -8 is not above zero", "bars need prices above zero")]
    [InlineData("0,9,0,8,1", "open 0 is not above zero", "bars need prices above zero")]
    [InlineData("8,9,8,8,-1", "volume -1 is negative", "bars need a volume of zero or above")]
    [InlineData("8,9,8,8", "the row has 5 fields, the header 6", "each row needs one field for each header")]
    [InlineData("8,9,8,8,1,7", "the row has 7 fields, the header 6", "each row needs one field for each header")]
    public void Row_that_is_no_bar_is_named_with_file_line_and_mend(string values, string message, string expected)
    {
        _folder.File("data/spx.csv", Header, "2020-01-02,8,9,8,8,1", $"2020-01-03,{values}");
        Assert.Equal($"data/spx.csv:3: {message}\n  {expected}. {Skip}", _folder.Error("data/spx.csv"));
    }

    [Fact]
    public void Line_counts_blank_lines_comments_and_lines_inside_quotes()
    {
        _folder.File("a.csv", "date,open,high,low,close,note", "", "2020-01-02,8,9,8,8,\"two\nlines\"", "# said", "2020-01-03,8,7,8,8,x");
        Assert.StartsWith("a.csv:6: ", _folder.Error(_folder.Options("a.csv") with { Comment = '#' }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the time is empty")]
    [InlineData("soon", "'soon' is not a time")]
    [InlineData("2020-02-30", "'2020-02-30' is not a time")]
    [InlineData("2020-01-02 25:00", "'2020-01-02 25:00' is not a time")]
    [InlineData("20201301", "'20201301' is not a time")]
    public void Time_that_cannot_be_read_is_an_error(string time, string message)
    {
        _folder.File("a.csv", Header, $"{time},8,9,8,8,1");
        Assert.Equal(
            $"a.csv:2: {message}\n  a time is a date (2020-01-02 or 20200102), a date with a time (2020-01-02 09:30:00, "
                + $"2020-01-02T09:30:00Z), or a count since 1970 (Unix seconds, milliseconds, microseconds or nanoseconds); set "
                + $"data.date_format for any other format. {Skip}",
            _folder.Error("a.csv"));
    }

    [Fact]
    public void Time_written_otherwise_than_the_first_is_an_error()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8,1", "20200103,8,9,8,8,1");
        Assert.StartsWith(
            "a.csv:3: time '20200103' is not in the format of those above", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_comes_twice_is_an_error()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8,1", "2020-01-02,8,9,8,8,1");
        Assert.Equal($"a.csv:3: time 2020-01-02 of a appears twice\n  a symbol can have only one bar at a time. {Skip}", _folder.Error("a.csv"));
    }

    [Fact]
    public void Time_before_the_row_above_is_an_error()
    {
        _folder.File(
            "a.csv", Header, "2020-01-02,8,9,8,8,1", "2020-01-03,8,9,8,8,1", "2020-01-06,8,9,8,8,1", "2020-01-03,8,9,8,8,1", "2020-01-07,8,9,8,8,1");
        Assert.Equal(
            $"a.csv:5: time 2020-01-03 of a is before the row above\n  bars must be in the order of time; data.order sets the order of the file. {Skip}", _folder.Error("a.csv"));
    }

    [Fact]
    public void Bars_far_shorter_than_the_timeframe_are_an_error_that_cannot_be_skipped()
    {
        _folder.File("a.csv", Header, "2020-01-02 09:30,8,9,8,8,1", "2020-01-02 09:31,8,9,8,8,1");
        Assert.Equal(
            "a.csv:3: time 2020-01-02 09:31 of a is 00:01:00 after the row above, but data.timeframe is 1d\n"
                + "  Set data.timeframe to the length of the file's bars.",
            _folder.Error(_folder.Options("a.csv") with { SkipsBadRows = true }));
    }

    [Fact]
    public void Weeks_that_begin_on_a_tuesday_are_weeks()
    {
        _folder.File("a.csv", Header, "2020-01-21,8,9,8,8,1", "2020-01-27,8,9,8,8,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = new Timeframe(1, 'w') });
        Assert.Equal(2, DataFolder.Series(source, "a").Bars);
    }

    [Fact]
    public void Row_without_its_symbol_is_an_error()
    {
        _folder.File("a.csv", "symbol,date,open,high,low,close", ",2020-01-02,8,9,8,8");
        Assert.Equal($"a.csv:2: the symbol is empty\n  each row needs a symbol. {Skip}", _folder.Error("a.csv"));
    }

    [Fact]
    public void Bad_rows_that_are_skipped_are_counted()
    {
        _folder.File(
            "a.csv",
            Header,
            "2020-01-02,8,9,8,8,1",
            "2020-01-03,8,7,8,8,1",
            "2020-01-03,x",
            "2020-01-02,8,9,8,8,1",
            "2020-01-06,8,9,8,8,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { SkipsBadRows = true });
        Assert.Equal(["2020-01-02", "2020-01-06"], DataFolder.Days(DataFolder.Bars(source)));
        DataFile file = Assert.Single(source.Files);
        Assert.Equal((2, 3), (file.Rows, file.SkippedRows));
    }

    [Fact]
    public void Nothing_but_bad_rows_is_an_error()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,7,8,8,1");
        Assert.Equal(
            "data.path: no row of a is a valid bar.\n  To see why, set data.bad_rows: fail.",
            _folder.Error(_folder.Options("a.csv") with { SkipsBadRows = true }));
    }

    [Fact]
    public void The_first_three_rows_with_one_fault_are_told_and_the_rest_counted()
    {
        _folder.File("a.csv", [Header, .. Enumerable.Range(1, 27).Select(day => $"2020-01-{day:00},8,7,8,8,1"), "2020-01-28,8,8,8,8,-1"]);
        IReadOnlyList<string> errors = _folder.Errors(_folder.Options("a.csv"));
        Assert.Equal(["a.csv:2", "a.csv:3", "a.csv:4", "a.csv:29"], errors.Take(4).Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.StartsWith("24 more rows are invalid.", Assert.Single(errors.Skip(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_columns_are_named_at_once_with_the_headers_there_are()
    {
        _folder.File("a.csv", "when,first,most,low,close", "2020-01-02,8,9,8,8");
        Assert.Equal(
            "a.csv:1: no header matches time, date, datetime, timestamp, open or high; the headers are when, first, most, low, close\n"
                + "  Name the headers of these columns: data.columns: {time: header, open: header, high: header}.",
            _folder.Error("a.csv"));
    }

    [Theory]
    [InlineData("volume", "shares", "no header matches shares; the headers are date, open, high, low, close, volume")]
    [InlineData("symbol", "ticker", "no header matches ticker; the headers are date, open, high, low, close, volume")]
    [InlineData("closing", "close", "data.columns maps 'closing', which is not a column name")]
    public void Mapping_that_finds_nothing_is_an_error(string column, string header, string message)
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8,1");
        BarSourceOptions options = _folder.Options("a.csv") with { Columns = new Dictionary<string, string> { [column] = header } };
        Assert.StartsWith($"a.csv:1: {message}", _folder.Error(options), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_headers_for_one_column_are_an_error()
    {
        _folder.File("a.csv", "date,timestamp,open,high,low,close", "2020-01-02,2020-01-02 09:30,8,9,8,8");
        Assert.Equal(
            "a.csv:1: the headers date and timestamp could each be the time column\n  Name the right one: data.columns: {time: date}.",
            _folder.Error("a.csv"));
    }

    [Theory]
    [InlineData("", "a.csv: the file is empty")]
    [InlineData(Header + "\n", "a.csv: the file has a header but no rows")]
    public void Empty_file_is_an_error(string text, string message)
    {
        _folder.Raw("a.csv", text);
        Assert.StartsWith(message, _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Quote_that_never_ends_is_an_error()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8,1", "\"2020-01-03,8,9,8,8,1");
        Assert.StartsWith("a.csv:3: a quoted field is not closed correctly", _folder.Error("a.csv"), StringComparison.Ordinal);
    }
}
