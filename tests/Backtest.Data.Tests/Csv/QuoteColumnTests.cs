using Backtest.Abstractions.Runtime;
using Backtest.Tests.Catalog;

namespace Backtest.Tests.Csv;

public sealed class QuoteColumnTests : IDisposable
{
    private const string Header = "date,open,high,low,close,bid,ask";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bid_and_ask_of_a_row_are_those_at_the_end_of_its_bar()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8.5,8.4,8.6", "2020-01-03,8,9,8,8.5,8.3,8.7");
        BarSeries bars = Read("a.csv");
        Assert.Equal([8.4, 8.3], bars.Bid!.Close[..2]);
        Assert.Equal([8.6, 8.7], bars.Ask!.Close[..2]);
        Assert.All(bars.Bid.Open[..2], price => Assert.Equal(double.NaN, price));
    }

    [Theory]
    [InlineData("bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close")]
    [InlineData("BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose")]
    [InlineData("open bid,high bid,low bid,bid,open ask,high ask,low ask,ask")]
    public void Each_price_of_a_bar_may_have_its_bid_and_ask(string headers)
    {
        _folder.File("a.csv", $"date,open,high,low,close,{headers}", "2020-01-02,8,9,8,8.5,1,2,3,4,5,6,7,8");
        BarSeries bars = Read("a.csv");
        Assert.Equal([1.0, 2, 3, 4], [bars.Bid!.Open[0], bars.Bid.High[0], bars.Bid.Low[0], bars.Bid.Close[0]]);
        Assert.Equal([5.0, 6, 7, 8], [bars.Ask!.Open[0], bars.Ask.High[0], bars.Ask.Low[0], bars.Ask.Close[0]]);
    }

    [Fact]
    public void Nobody_bids_where_a_field_is_empty_or_zero()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8.5,,8.6", "2020-01-03,8,9,8,8.5,0,8.7");
        BarSeries bars = Read("a.csv");
        Assert.Equal([double.NaN, double.NaN], bars.Bid!.Close[..2]);
        Assert.Equal([8.6, 8.7], bars.Ask!.Close[..2]);
    }

    [Fact]
    public void A_quote_that_is_no_price_is_named()
    {
        _folder.File("a.csv", Header, "2020-01-02,8,9,8,8.5,8.4,8.6", "2020-01-03,8,9,8,8.5,8.4,x");
        Assert.StartsWith("a.csv:3: ask 'x' is not a price", _folder.Error("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_of_quotes_may_be_mapped_and_prices_scaled()
    {
        _folder.File("a.csv", "date,open,high,low,close,b1,a1", "2020-01-02,800,900,800,850,840,860");
        BarSeries bars = Read(_folder.Options("a.csv") with
        {
            Columns = new Dictionary<string, string> { ["bid"] = "b1", ["ask"] = "a1" },
            PriceScale = 0.01,
        });
        Assert.Equal((8.4, 8.6), (bars.Bid!.Close[0], bars.Ask!.Close[0]));
    }

    [Fact]
    public void A_file_sorted_on_the_way_keeps_its_quotes_with_their_bars()
    {
        _folder.File("a.csv", Header, "2020-01-06,8,9,8,8.5,8.2,9", "2020-01-03,8,9,8,8.5,8.3,9", "2020-01-02,8,9,8,8.5,8.4,9");
        Assert.Equal([8.4, 8.3, 8.2], Read("a.csv").Bid!.Close[..3]);
    }

    [Fact]
    public void A_catalog_keeps_them_and_bars_of_files_without()
    {
        _folder
            .File("in/1/A.csv", "date,open,high,low,close", "2020-01-02,8,9,8,8.5")
            .File("in/2/A.csv", Header, "2020-01-03,8,9,8,8.5,8.4,8.6")
            .File("in/3/A.csv", "date,open,high,low,close", "2020-01-06,8,9,8,8.5");
        _folder.Import(_folder.Options("in/*/A.csv", "A") with { Timeframe = Timeframe.Day });
        using IBarSource source = _folder.OpenCatalog();
        BarSeries bars = Read(source);
        Assert.Equal([double.NaN, 8.4, double.NaN], bars.Bid!.Close[..3]);
        Assert.Equal([double.NaN, 8.6, double.NaN], bars.Ask!.Close[..3]);
    }

    private BarSeries Read(string path) => Read(_folder.Options(path));

    private static BarSeries Read(BarSourceOptions options)
    {
        using IBarSource source = DataFolder.Open(options);
        return Read(source);
    }

    private static BarSeries Read(IBarSource source)
    {
        SourceSeries series = Assert.Single(source.Series);
        Assert.True(series.HasQuotes);
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, hasQuotes: true);
        using IBarReader reader = source.Open(series);
        while (reader.Read(bars, 2) > 0)
        {
        }

        return bars;
    }
}
