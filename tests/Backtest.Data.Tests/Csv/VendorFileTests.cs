using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

/// <summary>Files as vendors and programs write them, read without any key in the run file.</summary>
public sealed class VendorFileTests : IDisposable
{
    // Three bars that differ in every column.
    private static readonly double[] Closes = [99.02, 98.9, 97.82];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "alpha_vantage",
        """
        timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient
        2024-01-04,98.84,98.88,97.66,97.82,97.1,3000,0.0000,1.0
        2024-01-03,98.7,99.26,98.62,98.9,98.2,2000,0.0000,1.0
        2024-01-02,99.86,100.12,98.99,99.02,98.3,1000,0.0000,1.0
        """)]
    [InlineData(
        "binance",
        """
        1704153600000,99.86000000,100.12000000,98.99000000,99.02000000,1000.00000000,1704239999999,99020.0,41459,416.48838000,41414.7,0
        1704240000000,98.70000000,99.26000000,98.62000000,98.90000000,2000.00000000,1704326399999,197800.0,41459,416.48838000,41414.7,0
        1704326400000,98.84000000,98.88000000,97.66000000,97.82000000,3000.00000000,1704412799999,293460.0,41459,416.48838000,41414.7,0
        """)]
    [InlineData(
        "binance",
        """
        open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
        1704153600000000,99.86,100.12,98.99,99.02,1000,1704239999999999,99020.0,41459,416.4,41414.7,0
        1704240000000000,98.70,99.26,98.62,98.90,2000,1704326399999999,197800.0,41459,416.4,41414.7,0
        1704326400000000,98.84,98.88,97.66,97.82,3000,1704412799999999,293460.0,41459,416.4,41414.7,0
        """)]
    [InlineData(
        "coinbase",
        """
        1704326400,97.66,98.88,98.84,97.82,3000
        1704240000,98.62,99.26,98.7,98.9,2000
        1704153600,98.99,100.12,99.86,99.02,1000
        """)]
    [InlineData(
        "crypto_data_download",
        """
        https://www.CryptoDataDownload.com
        unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
        1704326400,2024-01-04 00:00:00,A,98.84,98.88,97.66,97.82,3000,293460.0
        1704240000,2024-01-03 00:00:00,A,98.7,99.26,98.62,98.9,2000,197800.0
        1704153600,2024-01-02 00:00:00,A,99.86,100.12,98.99,99.02,1000,99020.0
        """)]
    [InlineData(
        "databento",
        """
        ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol
        1704153600000000000,35,1,5,99860000000,100120000000,98990000000,99020000000,1000,A
        1704240000000000000,35,1,5,98700000000,99260000000,98620000000,98900000000,2000,A
        1704326400000000000,35,1,5,98840000000,98880000000,97660000000,97820000000,3000,A
        """)]
    [InlineData(
        "dukascopy",
        """
        Gmt time,Open,High,Low,Close,Volume
        02.01.2024 00:00:00.000,99.86,100.12,98.99,99.02,1000
        03.01.2024 00:00:00.000,98.7,99.26,98.62,98.9,2000
        04.01.2024 00:00:00.000,98.84,98.88,97.66,97.82,3000
        """)]
    [InlineData(
        "finam",
        """
        <TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>
        A;D;20240102;000000;99.86;100.12;98.99;99.02;1000
        A;D;20240103;000000;98.7;99.26;98.62;98.9;2000
        A;D;20240104;000000;98.84;98.88;97.66;97.82;3000
        """)]
    [InlineData(
        "histdata",
        """
        20240102 000000;99.860000;100.120000;98.990000;99.020000;0
        20240103 000000;98.700000;99.260000;98.620000;98.900000;0
        20240104 000000;98.840000;98.880000;97.660000;97.820000;0
        """)]
    [InlineData(
        "interactive_brokers",
        """
        ,date,open,high,low,close,volume,average,barCount
        0,2024-01-02,99.86,100.12,98.99,99.02,1000,99.5,12
        1,2024-01-03,98.7,99.26,98.62,98.9,2000,98.9,13
        2,2024-01-04,98.84,98.88,97.66,97.82,3000,98.1,14
        """)]
    [InlineData(
        "investing",
        """
        "Date","Price","Open","High","Low","Vol.","Change %"
        "Jan 04, 2024","97.82","98.84","98.88","97.66","3.00K","-1.09%"
        "Jan 03, 2024","98.90","98.70","99.26","98.62","2.00K","-0.12%"
        "Jan 02, 2024","99.02","99.86","100.12","98.99","1.00K","0.37%"
        """)]
    [InlineData(
        "kibot",
        """
        01/02/2024,99.86,100.12,98.99,99.02,1000
        01/03/2024,98.7,99.26,98.62,98.9,2000
        01/04/2024,98.84,98.88,97.66,97.82,3000
        """)]
    [InlineData(
        "kraken",
        """
        1704153600,99.86,100.12,98.99,99.02,1000,12
        1704240000,98.7,99.26,98.62,98.9,2000,13
        1704326400,98.84,98.88,97.66,97.82,3000,14
        """)]
    [InlineData(
        "metatrader",
        """
        2024.01.02,00:00,99.86,100.12,98.99,99.02,1000
        2024.01.03,00:00,98.7,99.26,98.62,98.9,2000
        2024.01.04,00:00,98.84,98.88,97.66,97.82,3000
        """)]
    [InlineData(
        "metatrader",
        """
        <DATE>	<OPEN>	<HIGH>	<LOW>	<CLOSE>	<TICKVOL>	<VOL>	<SPREAD>
        2024.01.02	99.86	100.12	98.99	99.02	1000	0	2
        2024.01.03	98.7	99.26	98.62	98.9	2000	0	2
        2024.01.04	98.84	98.88	97.66	97.82	3000	0	2
        """)]
    [InlineData(
        "nasdaq",
        """
        Date,Close/Last,Volume,Open,High,Low
        01/04/2024,$97.82,3000,$98.84,$98.88,$97.66
        01/03/2024,$98.9,2000,$98.7,$99.26,$98.62
        01/02/2024,$99.02,1000,$99.86,$100.12,$98.99
        """)]
    [InlineData(
        "nse",
        """
        SYMBOL,SERIES,OPEN,HIGH,LOW,CLOSE,LAST,PREVCLOSE,TOTTRDQTY,TOTTRDVAL,TIMESTAMP,TOTALTRADES,ISIN
        A,EQ,99.86,100.12,98.99,99.02,99,98,1000,99020,02-JAN-2024,12,INE1
        A,EQ,98.7,99.26,98.62,98.9,98.9,99.02,2000,197800,03-JAN-2024,13,INE1
        A,EQ,98.84,98.88,97.66,97.82,97.8,98.9,3000,293460,04-JAN-2024,14,INE1
        """)]
    [InlineData(
        "polygon",
        """
        ticker,volume,open,close,high,low,window_start,transactions
        A,1000,99.86,99.02,100.12,98.99,1704153600000000000,12
        A,2000,98.7,98.9,99.26,98.62,1704240000000000000,13
        A,3000,98.84,97.82,98.88,97.66,1704326400000000000,14
        """)]
    [InlineData(
        "stooq",
        """
        <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
        A,D,20240102,0,99.86,100.12,98.99,99.02,1000,0
        A,D,20240103,0,98.7,99.26,98.62,98.9,2000,0
        A,D,20240104,0,98.84,98.88,97.66,97.82,3000,0
        """)]
    [InlineData(
        "tiingo",
        """
        date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor
        2024-01-02T00:00:00+00:00,99.02,100.12,98.99,99.86,1000,49.5,50,49,49.9,2000,0.0,1.0
        2024-01-03T00:00:00+00:00,98.9,99.26,98.62,98.7,2000,49.4,49.6,49.3,49.3,4000,0.0,1.0
        2024-01-04T00:00:00+00:00,97.82,98.88,97.66,98.84,3000,48.9,49.4,48.8,49.4,6000,0.0,1.0
        """)]
    [InlineData(
        "yahoo",
        """
        Date,Open,High,Low,Close,Adj Close,Volume
        2024-01-02,99.860001,100.120003,98.989998,99.02,98.3,1000
        2024-01-03,98.7,99.26,98.62,98.9,98.2,2000
        2024-01-04,98.84,98.88,97.66,97.82,97.1,3000
        """)]
    public void A_format_that_is_nobody_elses_is_recognized_and_recorded(string format, string text)
    {
        _folder.Raw("A.csv", text + "\n");
        double[] volumes = format == "histdata" ? [0, 0, 0] : [1000, 2000, 3000]; // the format has no volumes
        using IBarSource source = _folder.Open("A.csv");
        AssertBars(source, volumes);
        Assert.Equal(format, Assert.Single(source.Files).Format);
        using IBarSource named = DataFolder.Open(_folder.Options("A.csv") with { Format = format });
        AssertBars(named, volumes);
    }

    [Theory]
    [InlineData(
        "tradingview",
        """
        time,open,high,low,close,Volume
        1704153600,99.86,100.12,98.99,99.02,1000
        1704240000,98.7,99.26,98.62,98.9,2000
        1704326400,98.84,98.88,97.66,97.82,3000
        """)]
    [InlineData(
        "firstrate",
        """
        2024-01-02 00:00:00,99.86,100.12,98.99,99.02,1000
        2024-01-03 00:00:00,98.7,99.26,98.62,98.9,2000
        2024-01-04 00:00:00,98.84,98.88,97.66,97.82,3000
        """)]
    public void A_format_that_may_be_anybodys_can_be_named(string format, string text)
    {
        _folder.Raw("A.csv", text + "\n");
        using IBarSource source = DataFolder.Open(_folder.Options("A.csv") with { Format = format });
        AssertBars(source, [1000, 2000, 3000]);
    }

    [Fact]
    public void A_mistyped_format_gets_the_nearest()
    {
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,2,1,1.5");
        Assert.Contains("Did you mean 'stooq'?", _folder.Error(_folder.Options("a.csv") with { Format = "stoq" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_a_header_line_whose_order_of_prices_cannot_be_told_want_a_header()
    {
        // All four prices are equal, so they may be in Coinbase's order or in the usual one.
        _folder.File("a.csv", "1704153600,10,10,10,10,1000", "1704240000,11,11,11,11,2000");
        string error = _folder.Error("a.csv");
        Assert.StartsWith("a.csv:1: the file has no header line", error, StringComparison.Ordinal);
        Assert.EndsWith("data.header: [time, open, high, low, close, volume].", error, StringComparison.Ordinal);
    }

    private static void AssertBars(IBarSource source, double[] volumes)
    {
        BarSeries bars = DataFolder.Bars(source, "A");
        Assert.Equal(["2024-01-02 00:00:00", "2024-01-03 00:00:00", "2024-01-04 00:00:00"], DataFolder.Starts(bars));
        Assert.Equal(Closes, DataFolder.Closes(bars));
        Assert.Equal([99.86, 98.7, 98.84], bars.Open[..3].Select(price => Math.Round(price, 2)));
        Assert.Equal([100.12, 99.26, 98.88], bars.High[..3].Select(price => Math.Round(price, 2)));
        Assert.Equal([98.99, 98.62, 97.66], bars.Low[..3].Select(price => Math.Round(price, 2)));
        Assert.Equal(volumes, bars.Volume[..3]);
        Assert.Equal(Timeframe.Day, Assert.Single(source.Series).Timeframe);
    }
}
