using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

/// <summary>The ways in which real files write bars.</summary>
public sealed class DialectTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Separators_are_recognized(string separator)
    {
        _folder.File("a.csv", [.. new[] { "date,open,high,low,close", "2020-01-02,1,2,1,1.5" }.Select(line => line.Replace(",", separator, StringComparison.Ordinal))]);
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([1.5], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_named_separator_is_taken_where_the_first_line_misleads()
    {
        _folder.File("a.csv", "date;open;high;low;close;a,b,c,d,e,f,g", "2020-01-02;1;2;1;1.5;x");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Separator = ';' });
        Assert.Equal([1.5], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Theory]
    [InlineData("2,988", null, true)]
    [InlineData("2,988", '.', false)]
    [InlineData("2,98", null, false)]
    [InlineData("2988", null, false)]
    public void A_decimal_comma_that_may_be_one_between_thousands_is_a_warning(string price, char? thousands, bool isWarned)
    {
        _folder.File("a.csv", "date;open;high;low;close", $"2020-01-02;{price};{price};{price};{price}");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { HasDecimalComma = true, Thousands = thousands });
        Assert.Equal(isWarned ? ["two_readings"] : [], source.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Numbers_may_have_a_decimal_comma()
    {
        _folder.File("a.csv", "date;open;high;low;close", "2020-01-02;1;2,25;0,5;1,125");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { HasDecimalComma = true });
        Assert.Equal([1.125], DataFolder.Closes(DataFolder.Bars(source)));
        using IBarSource recognized = _folder.Open("a.csv");
        Assert.Equal([1.125], DataFolder.Closes(DataFolder.Bars(recognized)));
        Assert.StartsWith(
            "a.csv:2: high '2,25' is not a number\n  numbers in this file look like 1190.10; if it has a comma before fractions, set data.decimal: comma.",
            _folder.Error(_folder.Options("a.csv") with { HasDecimalComma = false }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_separators_are_told()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,2,1,1.5", "2020-01-03;1;2;1;1.5");
        Assert.StartsWith(
            "a.csv:3: the row has 1 field, the header 5: it uses another separator", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_times_of_day_may_stand_apart()
    {
        _folder.File(
            "a.csv", "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>", "2020.01.02\t09:30:00\t1\t2\t1\t1.5\t7",
            "2020.01.02\t09:31:00\t1\t2\t1\t1.5\t7");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = Timeframe.Minute });
        Assert.Equal(["2020-01-02 09:30:00", "2020-01-02 09:31:00"], DataFolder.Starts(DataFolder.Bars(source)));
        Assert.Equal([7.0, 7.0], DataFolder.Bars(source).Volume[..2]);
    }

    [Theory]
    [InlineData("dd/MM/yyyy HH:mm", "03/01/2020 09:30", "2020-01-03 09:30:00")]
    [InlineData("MM/dd/yyyy h:mm tt", "01/03/2020 4:15 PM", "2020-01-03 16:15:00")]
    [InlineData("d MMM yyyy", "3 Jan 2020", "2020-01-03 00:00:00")]
    [InlineData("yyyy-MM-dd HH:mm zzz", "2020-01-03 09:30 -05:00", "2020-01-03 14:30:00")]
    [InlineData("yyyyMMddHHmm", "202001030930", "2020-01-03 09:30:00")]
    public void A_named_format_of_dates_is_read(string format, string text, string utc)
    {
        _folder.File("a.csv", "date,open,high,low,close", $"{text},1,2,1,1.5");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { DateFormat = format, Timeframe = Timeframe.Minute });
        Assert.Equal([utc], DataFolder.Starts(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_date_with_the_day_or_the_month_first_must_be_named()
    {
        _folder.File("a.csv", "date,open,high,low,close", "03/01/2020,1,2,1,1.5");
        Assert.Equal(
            "a.csv:2: '03/01/2020' could have the day or the month first\n  Set data.date_format: dd/MM/yyyy or MM/dd/yyyy.",
            _folder.Error("a.csv"));
    }

    [Fact]
    public void Mixed_formats_of_dates_are_told()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,2,1,1.5", "03/01/2020,1,2,1,1.5");
        Assert.StartsWith("a.csv:3: time '03/01/2020' is not in the format of those above", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_written_otherwise_than_the_named_format_is_told()
    {
        _folder.File("a.csv", "date,open,high,low,close", "03/01/2020,1,2,1,1.5", "2020-01-04,1,2,1,1.5");
        Assert.StartsWith(
            "a.csv:3: '2020-01-04' is not a time in the format dd/MM/yyyy",
            _folder.Error(_folder.Options("a.csv") with { DateFormat = "dd/MM/yyyy" }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HH:mm")]
    [InlineData("yyyy MM")]
    [InlineData("nonsense")]
    public void A_format_without_a_day_is_an_error(string format)
    {
        _folder.File("a.csv", "date,open,high,low,close", "03/01/2020,1,2,1,1.5");
        Assert.StartsWith(
            $"data.date_format: '{format}' is not a date format with year, month and day.",
            _folder.Error(_folder.Options("a.csv") with { DateFormat = format }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_clocks_skip_is_told()
    {
        _folder.File("a.csv", "time,open,high,low,close", "2020-03-08 01:30,1,2,1,1.5", "2020-03-08 02:30,1,2,1,1.5");
        Assert.Equal(
            "a.csv:3: time '2020-03-08 02:30' does not exist in America/New_York: clocks were set forward past it\n  data.timezone must be "
            + "the time zone of the file's times, perhaps UTC. Fix the row, or set data.bad_rows: skip to leave it out.",
            _folder.Error(_folder.Options("a.csv") with { Timeframe = Timeframe.Hour, TimeZone = "America/New_York" }));
    }

    [Fact]
    public void Times_that_come_twice_when_clocks_are_set_back_are_told_apart_by_their_order()
    {
        _folder.File(
            "a.csv", "symbol,time,open,high,low,close", "A,2020-11-01 00:30,1,2,1,1", "A,2020-11-01 01:30,1,2,1,1",
            "B,2020-11-01 01:30,1,2,1,1", "A,2020-11-01 01:30,1,2,1,1", "A,2020-11-01 02:30,1,2,1,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = Timeframe.Hour, TimeZone = "America/New_York" });
        BarSeries bars = DataFolder.Bars(source, "A");
        Assert.Equal(["2020-11-01 04:30:00", "2020-11-01 05:30:00", "2020-11-01 06:30:00", "2020-11-01 07:30:00"], DataFolder.Starts(bars));
        Assert.Equal(DataFolder.Starts(bars)[1..], DataFolder.Ends(bars)[..^1]);
        Assert.Equal(["2020-11-01 05:30:00"], DataFolder.Starts(DataFolder.Bars(source, "B")));
    }
}
