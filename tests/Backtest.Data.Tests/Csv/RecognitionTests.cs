using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Checking;

namespace Backtest.Tests.Csv;

/// <summary>What the start of a file shows, and what must be specified if it is ambiguous.</summary>
public sealed class RecognitionTests : IDisposable
{
    private const string Header = "date,open,high,low,close,volume";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_number_sign_begins_a_symbol_like_any_letter()
    {
        _folder.File("a.csv", "symbol,date,open,high,low,close", "#A,2024-01-02,1,2,1,1.5", "B,2024-01-02,1,2,1,1.6", "#A,2024-01-03,1,2,1,1.7");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([1.5, 1.7], DataFolder.Closes(DataFolder.Bars(source, "#A")));
    }

    [Fact]
    public void A_number_sign_begins_a_header_like_any_letter()
    {
        _folder.File("a.csv", "#RIC,Date,Open,High,Low,Close", "X.N,2024-01-02,1,2,1,1.5", "X.N,2024-01-03,1,2,1,1.7");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([1.5, 1.7], DataFolder.Closes(DataFolder.Bars(source, "X.N")));
    }

    [Fact]
    public void Lines_of_comment_are_those_that_begin_with_the_character_named()
    {
        _folder.File("a.csv", "; made today", Header, "2024-01-02,1,2,1,1.5,1", "; a split", "2024-01-03,1,2,1,1.7,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Comment = ';' });
        Assert.Equal([1.5, 1.7], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_file_with_its_newest_bar_first_is_turned_around_and_that_is_said()
    {
        _folder.File("a.csv", Header, "2024-01-04,1,2,1,1.7,3", "2024-01-03,1,2,1,1.6,2", "2024-01-02,1,2,1,1.5,1");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([1.5, 1.6, 1.7], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Equal(["newest_first"], source.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Bars_in_no_order_are_sorted_where_the_run_file_says_so()
    {
        _folder.File("a.csv", Header, "2024-01-03,1,2,1,1.6,1", "2024-01-05,1,2,1,1.8,1", "2024-01-02,1,2,1,1.5,1", "2024-01-04,1,2,1,1.7,1", "2024-01-01,1,2,1,1.4,1");
        Assert.Contains("data.order: unsorted", _folder.Error("a.csv"), StringComparison.Ordinal);
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Order = RowOrder.Unsorted });
        Assert.Equal([1.4, 1.5, 1.6, 1.7, 1.8], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Skipping_is_advised_for_stray_rows_alone()
    {
        string[] good = [.. Enumerable.Range(1, 10).Select(day => $"2024-01-{day:00},1,2,1,1.5,1")];
        _folder.File("few.csv", [Header, .. good, "2024-01-11,1,2,1,x,1"]);
        Assert.Contains("data.bad_rows: skip", _folder.Error("few.csv"), StringComparison.Ordinal);
        _folder.File("many.csv", [Header, .. good, .. Enumerable.Range(11, 8).Select(day => $"2024-01-{day:00},1,2,1,x,1")]);
        Assert.All(_folder.Errors(_folder.Options("many.csv")), error => Assert.DoesNotContain("skip", error, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_skipped_is_a_warning_with_its_share_and_the_first()
    {
        _folder.File("a.csv", Header, "2024-01-02,1,2,1,1.5,1", "2024-01-03,1,2,1,x,1", "2024-01-04,1,2,1,1.5,1", "2024-01-05,1,2,1,1.5,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { SkipsBadRows = true });
        DataWarning warning = Assert.Single(source.Warnings);
        Assert.Equal("rows_skipped", warning.Code);
        Assert.StartsWith("1 rows of 4 (25%) of", warning.Message, StringComparison.Ordinal);
        Assert.Contains("line 3: close 'x'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opens_that_are_not_known_may_be_taken_from_the_close()
    {
        _folder.File("old.csv", "Date,Open,High,Low,Last", "1961-01-03,0,2,1,1.5", "1961-01-04,0,2,1,1.6", "1961-01-05,0,2,1,1.7", "1961-01-06,0,2,1,1.8");
        BarSourceOptions.Csv options = _folder.Options("old.csv") with { Columns = new Dictionary<string, string> { ["close"] = "Last" } };
        Assert.Contains("set data.columns: {open: Last} to use the close instead", _folder.Errors(options)[0], StringComparison.Ordinal);
        using IBarSource source = DataFolder.Open(options with { Columns = new Dictionary<string, string> { ["close"] = "Last", ["open"] = "Last" } });
        Assert.Equal([1.5, 1.6, 1.7, 1.8], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void What_else_may_be_wrong_with_a_file_is_said_where_many_rows_are_invalid()
    {
        string[] rows = [.. Enumerable.Range(1, 5).Select(day => $"2024-01-{day:00},\"997\",\"1,002\",\"992\",\"993\"")];
        _folder.File("a.csv", ["Date,Open,High,Low,Close", .. rows]);
        IReadOnlyList<string> errors = _folder.Errors(_folder.Options("a.csv") with { HasDecimalComma = true });
        Assert.Contains("data.thousands: comma instead of data.decimal: comma", errors[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-02 00:00:00+09:00", "UTC")]
    [InlineData("2024-01-02 00:00:00+09:00", "America/New_York")]
    [InlineData("2024-01-02T00:00:00Z", "America/New_York")]
    [InlineData("2024-01-02T00:00:00Z", "Asia/Tokyo")]
    [InlineData("1704153600", "America/New_York")]
    public void A_daily_bar_written_as_a_midnight_is_of_the_date_written(string time, string zone)
    {
        _folder.File("a.csv", Header, $"{time},1,2,1,1.5,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = Timeframe.Day, TimeZone = zone });
        Assert.Equal(["2024-01-02"], DataFolder.Days(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_bar_within_a_day_is_of_the_instant_written()
    {
        _folder.File("a.csv", Header, "2024-01-02 00:00:00+09:00,1,2,1,1.5,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = Timeframe.Hour });
        Assert.Equal(["2024-01-01 15:00:00"], DataFolder.Starts(DataFolder.Bars(source)));
    }

    [Fact]
    public void Bars_on_Sundays_and_none_on_Fridays_are_a_warning_and_a_finding()
    {
        // Midnights in Tokyo as UTC: each is on the day before.
        string[] days = [.. Enumerable.Range(0, 14).Select(day => new DateTime(2024, 1, 7).AddDays(day)).Where(day => day.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday))
            .Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd} 15:00:00,1,2,1,1.5,1"))];
        _folder.File("a.csv", [Header, .. days]);
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(["shifted_days"], source.Warnings.Select(warning => warning.Code));
        DataReport report = DataChecker.Check(
            [_folder.Options("a.csv")], new Data.BarSources(), TestContext.Current.CancellationToken);
        Assert.Contains(report.Findings, finding => finding is { Code: "shifted_days", Count: 2 });
    }

    [Fact]
    public void A_column_of_tickers_makes_a_series_of_each()
    {
        _folder.File("a.csv", "Ticker,Date,Open,High,Low,Close,Vol.", "A,2024-01-02,98,99,97,98,1.5K", "B,2024-01-03,290,291,289,290,2M");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(["A", "B"], DataFolder.Symbols(source));
        Assert.Equal([1500.0], DataFolder.Bars(source, "A").Volume[..1]);
        Assert.Equal([2e6], DataFolder.Bars(source, "B").Volume[..1]);
    }

    [Fact]
    public void A_column_like_the_symbol_that_is_not_used_is_a_warning_and_with_several_values_an_error()
    {
        _folder.File("one.csv", "isin,date,open,high,low,close", "US1,2024-01-02,98,99,97,98", "US1,2024-01-03,98,99,97,98");
        using IBarSource source = _folder.Open("one.csv");
        Assert.Equal(["unused_column"], source.Warnings.Select(warning => warning.Code));
        _folder.File("two.csv", "isin,date,open,high,low,close", "US1,2024-01-02,98,99,97,98", "US2,2024-01-03,290,291,289,290");
        Assert.EndsWith("data.columns: {symbol: isin}, so that each has its own bars.", _folder.Error("two.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Volumes_in_the_money_a_pair_is_priced_in_are_not_taken_for_volumes()
    {
        _folder.File("a.csv", "date,open,high,low,close,Volume USD,Volume BTC", "2024-01-02,1,2,1,1.5,300,200");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([200.0], DataFolder.Bars(source).Volume[..1]);
    }

    [Theory]
    [InlineData("date;open;high;low;close", "2024-01-02;1.234,5;1.240,0;1.230,0;1.235,5", 1235.5)]
    [InlineData("date,open,high,low,close", "2024-01-02,\"1,234.5\",\"1,240\",\"1,230\",\"1,235.5\"", 1235.5)]
    [InlineData("date;open;high;low;close", "2024-01-02;1 234,5;1 240,0;1 230,0;1 235,5", 1235.5)]
    [InlineData("date;open;high;low;close", "2024-01-02;1'234.5;1'240;1'230;1'235.5", 1235.5)]
    [InlineData("date,open,high,low,close", "2024-01-02,\"12,34,567.5\",\"12,34,570.0\",\"12,34,560.0\",\"12,34,565.5\"", 1234565.5)]
    [InlineData("date,open,high,low,close", "2024-01-02,\"€1.5\",\"€1.9\",\"€1.2\",\"€1.7\"", 1.7)]
    public void Groups_of_digits_are_recognized(string header, string row, double close)
    {
        _folder.File("a.csv", header, row);
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([close], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Whole_numbers_below_and_above_a_thousand_tell_that_a_comma_groups()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2024-01-02,\"1,002\",\"1,004\",997,\"1,000\"", "2024-01-03,997,999,992,993");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([1000.0, 993], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_number_that_may_be_two_is_an_error_until_it_is_said_which()
    {
        _folder.File("a.csv", "date;open;high;low;close", "2024-01-02;15.209;15.260;15.168;15.230", "2024-01-03;15.200;15.413;15.199;15.369");
        Assert.Equal(
            "a.csv:2: '15.209' can mean 15.209 or 15209\n  Set data.decimal: point for 15.209, or data.thousands: point for 15209.", _folder.Error("a.csv"));
        using IBarSource whole = DataFolder.Open(_folder.Options("a.csv") with { Thousands = '.' });
        Assert.Equal([15230.0, 15369], DataFolder.Closes(DataFolder.Bars(whole)));
        using IBarSource fraction = DataFolder.Open(_folder.Options("a.csv") with { HasDecimalComma = false });
        Assert.Equal([15.230, 15.369], DataFolder.Closes(DataFolder.Bars(fraction)));
    }

    [Fact]
    public void Three_decimals_between_commas_are_a_fraction()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2024-01-02,141.209,141.260,141.168,141.230");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([141.23], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_later_number_in_another_style_names_its_row_and_the_key()
    {
        string[] rows = [.. Enumerable.Range(0, 3000).Select(day => FormattableString.Invariant($"{new DateTime(2010, 1, 1).AddDays(day):yyyy-MM-dd},990.5,999.5,980.5,995.5"))];
        _folder.File("a.csv", ["date,open,high,low,close", .. rows, "2020-01-02,\"1,000.5\",\"1,001.5\",\"1,000.5\",\"1,001.0\""]);
        string error = _folder.Error("a.csv");
        Assert.StartsWith("a.csv:3002: open '1,000.5' is not a number", error, StringComparison.Ordinal);
        Assert.Contains("data.thousands: comma", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_volume_is_zero_and_the_bar_is_one_all_the_same()
    {
        _folder.File("a.csv", Header, "2024-01-02,1,2,1,1.5,7", "2024-01-03,1,2,1,1.5,", "2024-01-04,1,2,1,1.5,-");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([7.0, 0, 0], DataFolder.Bars(source).Volume[..3]);
    }

    [Fact]
    public void A_column_without_any_volume_is_none()
    {
        _folder.File("a.csv", Header, "2024-01-02,1,2,1,1.5,-", "2024-01-03,1,2,1,1.5,");
        using IBarSource source = _folder.Open("a.csv");
        Assert.False(Assert.Single(source.Series).HasVolume);
    }

    [Fact]
    public void An_empty_header_above_times_is_the_time()
    {
        _folder.File("a.csv", ",open,high,low,close", "2024-01-02,1,2,1,1.5");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(["2024-01-02"], DataFolder.Days(DataFolder.Bars(source)));
        using IBarSource mapped = DataFolder.Open(_folder.Options("a.csv") with { Columns = new Dictionary<string, string> { ["time"] = "" } });
        Assert.Equal(["2024-01-02"], DataFolder.Days(DataFolder.Bars(mapped)));
    }

    [Fact]
    public void A_file_without_a_header_line_is_told_as_such_with_the_header_to_write()
    {
        _folder.File("a.csv", "2024-01-02 09:30,1,2,1,1.5,10", "2024-01-02 09:31,1,2,1,1.6,10");
        Assert.Equal(
            "a.csv:1: the file has no header line: its first line is '2024-01-02 09:30,1,2,1,1.5,10'\n"
            + "  Name its columns: data.header: [time, open, high, low, close, volume].",
            _folder.Error("a.csv"));
        using IBarSource source = DataFolder.Open(
            _folder.Options("a.csv") with { Header = ["time", "open", "high", "low", "close", "volume"], Timeframe = Timeframe.Minute });
        Assert.Equal([1.5, 1.6], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_header_named_for_a_file_that_has_one_is_an_error()
    {
        _folder.File("a.csv", Header, "2024-01-02,1,2,1,1.5,10");
        Assert.EndsWith("Remove data.header.", _folder.Error(_folder.Options("a.csv") with { Header = [.. Header.Split(',')] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_another_number_of_columns_is_an_error()
    {
        _folder.File("a.csv", "2024-01-02,1,2,1,1.5,10");
        Assert.Contains(
            "data.header names 5 columns, but the rows have 6",
            _folder.Error(_folder.Options("a.csv") with { Header = ["time", "open", "high", "low", "close"] }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/2/2024", "1/15/2024", "2024-01-02")]
    [InlineData("02/01/2024", "15/01/2024", "2024-01-02")]
    [InlineData("Jan 02, 2024", "Jan 03, 2024", "2024-01-02")]
    [InlineData("02-Jan-2024", "03-Jan-2024", "2024-01-02")]
    [InlineData("2024-01-02 12-AM", "2024-01-03 12-AM", "2024-01-02")]
    [InlineData("202401020000", "202401030000", "2024-01-02")]
    [InlineData("20240102000000000", "20240103000000000", "2024-01-02")]
    [InlineData("1704153600.0", "1704240000.0", "2024-01-02")]
    [InlineData("45293", "45294", "2024-01-02")]
    [InlineData("2024-1-2", "2024-1-13", "2024-01-02")]
    [InlineData("Tue, 02 Jan 2024", "Wed, 03 Jan 2024", "2024-01-02")]
    public void Times_are_recognized_by_all_that_are_there(string first, string second, string day)
    {
        _folder.File("a.csv", Header, $"\"{first}\",1,2,1,1.5,1", $"\"{second}\",1,2,1,1.5,1");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(day, DataFolder.Days(DataFolder.Bars(source))[0]);
    }

    [Fact]
    public void A_named_format_that_does_not_fit_the_file_is_an_error_even_where_rows_are_skipped()
    {
        _folder.File("a.csv", [Header, .. Enumerable.Range(1, 25).Select(day => $"1/{day}/2024,1,2,1,1.5,1")]);
        string error = _folder.Error(_folder.Options("a.csv") with { DateFormat = "d/M/yyyy", SkipsBadRows = true });
        Assert.StartsWith("a.csv:14: '1/13/2024' is not in the format d/M/yyyy", error, StringComparison.Ordinal);
        Assert.Contains("data.date_format: M/d/yyyy", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_formats_proposed_fit_the_text()
    {
        _folder.File("a.csv", Header, "04.03.2024 00:00:00.000,1,2,1,1.5,1");
        string error = _folder.Error("a.csv");
        Assert.EndsWith("data.date_format: dd.MM.yyyy HH:mm:ss.fff or MM.dd.yyyy HH:mm:ss.fff.", error, StringComparison.Ordinal);
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { DateFormat = "dd.MM.yyyy HH:mm:ss.fff" });
        Assert.Equal(["2024-03-04"], DataFolder.Days(DataFolder.Bars(source)));
    }

    [Fact]
    public void Lines_above_the_header_are_passed_over()
    {
        _folder.File("a.csv", "https://example.com/prices", "sep=,", Header, "2024-01-02,1,2,1,1.5,1");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(1, Assert.Single(source.Series).Bars);
        _folder.File("b.csv", "open,high,low,close,date,of,last,year", Header, "2024-01-02,1,2,1,1.5,1");
        using IBarSource skipped = DataFolder.Open(_folder.Options("b.csv") with { SkipRows = 1 });
        Assert.Equal(1, Assert.Single(skipped.Series).Bars);
    }

    [Fact]
    public void A_line_of_a_spreadsheet_names_the_separator()
    {
        _folder.File("a.csv", "sep=;", "date;open;high;low;close", "2024-01-02;1;2;1;1.5", ";;;;");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(1, Assert.Single(source.Series).Bars);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Encodings_are_recognized(string name)
    {
        // Without a byte order mark.
        byte[] bytes = Encoding.GetEncoding(name).GetBytes("Datum;Eröffnung;Hoch;Tief;Schluss;Stück\n2024-01-02;1;2;1;1,5;7\n");
        File.WriteAllBytes($"{_folder.Root}/a.csv", bytes);
        using IBarSource source = _folder.Open("a.csv");
        BarSeries bars = DataFolder.Bars(source);
        Assert.Equal((1.5, 7.0), (bars.Close[0], bars.Volume[0]));
    }

    [Fact]
    public void Prices_are_scaled()
    {
        _folder.File("a.csv", Header, "2024-01-02,15230,15260,15168,15234,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { PriceScale = 0.0001 });
        Assert.Equal([1.5234], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_price_too_small_to_size_orders_by_is_invalid()
    {
        _folder.File("a.csv", Header, "2024-01-02,1e-20,1e-20,1e-20,1e-20,1");
        Assert.StartsWith("a.csv:2: open 1e-20 is not a usable price", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_of_bars_is_found_where_it_is_plain()
    {
        _folder.File("a.csv", [Header, .. Enumerable.Range(0, 8).Select(hour => $"2024-01-02 {hour:00}:00,1,2,1,1.5,1")]);
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal(Timeframe.Hour, Assert.Single(source.Series).Timeframe);
    }

    [Fact]
    public void Bars_plainly_longer_than_the_timeframe_are_an_error()
    {
        _folder.File("a.csv", [Header, .. Enumerable.Range(1, 25).Select(day => $"2024-01-{day:00},1,2,1,1.5,1")]);
        Assert.EndsWith(
            "Set data.timeframe: 1d.", _folder.Error(_folder.Options("a.csv") with { Timeframe = Timeframe.Minute }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_that_is_not_over_is_left_out_and_that_is_said()
    {
        _folder.File("a.csv", Header, "2024-01-01,1,2,1,1.5,1", "2024-01-08,1,2,1,1.6,1", "2024-01-15,1,2,1,1.7,1", "2024-01-17,1,2,1,1.8,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = new Timeframe(1, 'w') });
        Assert.Equal([1.5, 1.6, 1.7], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Equal(["running_bar"], source.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Text_that_is_long_is_clipped()
    {
        _folder.File("a.csv", Header, $"2024-01-02,1,2,1,{new string('x', 5000)},1");
        Assert.True(_folder.Error("a.csv").Length < 300);
    }
}
