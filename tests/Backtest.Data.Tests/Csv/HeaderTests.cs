using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

/// <summary>Headers as programs, exchanges and vendors write them in their languages.</summary>
public sealed class HeaderTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen", "2024-01-02;2;4;1;3;5;15")]
    [InlineData("\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"", "02.01.2024,3,2,4,1,5,1%")]
    [InlineData("Date,Dernier,Ouv., Plus Haut,Plus Bas,Vol.,Variation %", "02/01/2024,3,2,4,1,5,1%")]
    [InlineData("date\touv\thaut\tbas\tclot\tvol\tdevise\t", "02/01/2024 00:00\t2\t4\t1\t3\t5\tEUR\t")]
    [InlineData("Fecha,Último,Apertura,Máximo,Mínimo,Vol.,% var.", "02.01.2024,3,2,4,1,5,1%")]
    [InlineData("Data,Ultimo,Apertura,Massimo,Minimo,Vol.,Var. %", "02.01.2024,3,2,4,1,5,1%")]
    [InlineData("Data,Último,Abertura,Máxima,Mínima,Vol.,Var%", "02.01.2024,3,2,4,1,5,1%")]
    [InlineData("Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen", "2024-01-02,2,4,1,3,5")]
    [InlineData("Дата,Цена,Откр.,Макс.,Мин.,Объём,Изм. %", "02.01.2024,3,2,4,1,5,1%")]
    [InlineData("日期,开盘,收盘,最高,最低,成交量,成交额", "2024-01-02,2,3,4,1,5,15")]
    [InlineData("日付け,終値,始値,高値,安値,出来高,前日比 %", "2024/01/02,3,2,4,1,5,1%")]
    [InlineData("Date,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME", "1/2/2024,2,4,1,3,5")]
    [InlineData("Time,Open,High,Low,Last,Change,%Chg,Volume", "2024-01-02,2,4,1,3,0.5,+1%,5")]
    [InlineData("ts,o,h,l,c,vol,volCcy,confirm", "1704153600000,2,4,1,3,5,15,1")]
    public void Headers_of_other_languages_and_programs_are_known(string header, string row)
    {
        _folder.File("a.csv", header, row);
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = Timeframe.Day, DateFormat = Format(row) });
        BarSeries bars = DataFolder.Bars(source);
        Assert.Equal((2, 4, 1, 3, 5), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0], bars.Volume[0]));
        Assert.Equal(new DateOnly(2024, 1, 2).DayNumber, bars.Day[0]);
    }

    [Theory]
    [InlineData("Price,Close,High,Low,Open,Volume", "Ticker,A,A,A,A,A")]
    [InlineData("Ticker,A,A,A,A,A", "Price,Close,High,Low,Open,Volume")]
    public void Two_levels_of_columns_are_read_where_they_are_of_one_symbol(string first, string second)
    {
        _folder.File("a.csv", first, second, "Date,,,,,", "2024-01-02,3,4,1,2,5", "2024-01-03,3.5,4,1,2,5");
        using IBarSource source = _folder.Open("a.csv");
        Assert.Equal([3, 3.5], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void Columns_of_several_symbols_beside_each_other_are_an_error_that_says_how_to_write_them()
    {
        _folder.File(
            "a.csv", "Price,Close,Close,High,High,Low,Low,Open,Open", "Ticker,A,B,A,B,A,B,A,B", "Date,,,,,,,,", "2024-01-02,3,3,4,4,1,1,2,2");
        string error = _folder.Error("a.csv");
        Assert.StartsWith("a.csv:2: the file has columns of 2 symbols side by side: A, B", error, StringComparison.Ordinal);
        Assert.Contains("stack(level='Ticker'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_price_in_each_row_is_told_to_be_named_for_all()
    {
        _folder.File("a.csv", "observation_date,SP500", "2024-01-02,4742.83", "2024-01-03,4704.81");
        string error = _folder.Error("a.csv");
        Assert.StartsWith("a.csv:1: no header matches open, high, low or close; the headers are observation_date, SP500", error, StringComparison.Ordinal);
        Assert.Contains("data.columns: {open: SP500, high: SP500, low: SP500, close: SP500}", error, StringComparison.Ordinal);

        var columns = new Dictionary<string, string> { ["open"] = "SP500", ["high"] = "SP500", ["low"] = "SP500", ["close"] = "SP500" };
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Columns = columns });
        Assert.Equal([4742.83, 4704.81], DataFolder.Closes(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_zone_named_behind_each_time_is_that_of_the_time()
    {
        _folder.File("a.csv", "date,open,high,low,close", "20240308 15:00:00 US/Eastern,1,2,1,1.5", "20240311 15:00:00 US/Eastern,1,2,1,1.7");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = new Timeframe(1, 'h') });
        BarSeries bars = DataFolder.Bars(source);
        Assert.Equal(
            [new DateTime(2024, 3, 8, 20, 0, 0, DateTimeKind.Utc).Ticks, new DateTime(2024, 3, 11, 19, 0, 0, DateTimeKind.Utc).Ticks],
            bars.Start[..2]);
    }

    [Fact]
    public void Rows_of_minutes_with_volumes_are_not_taken_for_those_of_a_vendor_without_any()
    {
        _folder.File("a.csv", "20240102 093000;1;2;1;1.5;7", "20240102 093100;1;2;1;1.6;8");
        Assert.Contains("data.header: [time, open, high, low, close, volume]", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    /// <summary>The format for a row, because a single row does not distinguish day and month.</summary>
    private static string? Format(string row) => row switch
    {
        ['0', '2', '/', ..] when row.Contains(':', StringComparison.Ordinal) => "dd/MM/yyyy HH:mm",
        ['0', '2', '/', ..] => "dd/MM/yyyy",
        ['0', '2', '.', ..] => "dd.MM.yyyy",
        ['1', '/', ..] => "M/d/yyyy",
        _ => null,
    };
}
