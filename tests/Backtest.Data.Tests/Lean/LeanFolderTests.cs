using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Lean;

/// <summary>Files in LEAN's published format: what is read from them, and errors.</summary>
public sealed class LeanFolderTests : IDisposable
{
    private readonly LeanData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Minutes_of_coins_are_plain_prices_in_UTC()
    {
        _data.Zip(
            "crypto/coinbase/minute/btcusd/20191225_trade.zip",
            "20191225_btcusd_minute_trade.csv",
            "0,7200.01,7200.5,7199.99,7200.25,1.23456789",
            "86340000,7300.01,7300.01,7300.01,7300.01,0.5");
        _data.Folder.Raw(
            "market-hours/market-hours-database.json",
            File.ReadAllText(Path.Combine(_data.Folder.Root, "market-hours/market-hours-database.json"))
                .Replace("\"12/25/2019\"", "", StringComparison.Ordinal));
        BarSeries bars = Read(_data.Options(Timeframe.Minute, LeanAsset.Crypto, "BTCUSD"));
        Assert.Equal(["2019-12-25 00:00:00", "2019-12-25 23:59:00"], DataFolder.Starts(bars));
        Assert.Equal(["2019-12-25 00:01:00", "2019-12-26 00:00:00"], DataFolder.Ends(bars));
        Assert.Equal((7200.01, 7200.5, 7199.99, 7200.25, 1.23456789), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0], bars.Volume[0]));
    }

    [Fact]
    public void Daily_files_of_coins_say_whether_they_hold_trades()
    {
        _data.Zip("crypto/coinbase/daily/btcusd_trade.zip", "btcusd.csv", "20191220 00:00,1,2,1,2,10", "20191221 00:00,2,3,2,3,10");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day, LeanAsset.Crypto));
        Assert.Equal(["BTCUSD"], DataFolder.Symbols(source));
        Assert.Equal(["2019-12-21 00:00:00", "2019-12-22 00:00:00"], DataFolder.Ends(DataFolder.Bars(source)));
    }

    [Fact]
    public void Minutes_of_currencies_belong_to_the_day_that_ends_at_five_in_New_York()
    {
        _data.Zip(
            "forex/oanda/minute/eurusd/20191217_quote.zip",
            "20191217_eurusd_minute_quote.csv",
            "79140000,1.1150,1.1152,1.1149,1.1151,0,1.1152,1.1154,1.1151,1.1153,0",
            "79200000,1.1150,1.1152,1.1149,1.1151,0,1.1152,1.1154,1.1151,1.1153,0");
        BarSeries bars = Read(_data.Options(Timeframe.Minute, LeanAsset.Forex, "EURUSD"));
        Assert.Equal(["2019-12-17 21:59:00", "2019-12-17 22:00:00"], DataFolder.Starts(bars));
        Assert.Equal(["2019-12-17", "2019-12-18"], DataFolder.Days(bars));
        Assert.Equal((1.1151, 1.1153, 1.115, 1.1152), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0]));
        Assert.False(bars.HasVolume);
    }

    [Fact]
    public void Daily_bars_of_currencies_are_known_when_their_UTC_day_ends()
    {
        _data.Zip("forex/oanda/daily/eurusd.zip", "eurusd.csv", "20191217 00:00,1.1,1.1,1.1,1.1,0,1.2,1.2,1.2,1.2,0");
        BarSeries bars = Read(_data.Options(Timeframe.Day, LeanAsset.Forex, "EURUSD"));
        Assert.Equal("2019-12-18 00:00:00", DataFolder.Ends(bars)[0]);
    }

    [Fact]
    public void A_quote_without_a_bid_is_the_ask()
    {
        _data.Zip(
            "equity/usa/minute/spy/20191217_quote.zip",
            "20191217_spy_minute_quote.csv",
            "34200000,,,,,0,3190000,3191000,3189000,3190500,100",
            "34260000,0,0,0,0,0,3190000,3191000,3189000,3190500,100");
        BarSeries bars = Read(_data.Options(Timeframe.Minute) with { Kind = LeanKind.Quotes });
        Assert.Equal([319.05, 319.05], DataFolder.Closes(bars));
    }

    [Fact]
    public void A_renamed_symbol_goes_on_from_one_ticker_to_the_next()
    {
        _data.Folder.File("equity/usa/map_files/new.csv", "20191201,old,N", "20191217,old,N", "20501231,new,N");
        _data.Zip("equity/usa/daily/old.zip", "old.csv", "20191216 00:00,10000,10000,10000,10000,1", "20191217 00:00,20000,20000,20000,20000,1");
        _data.Zip("equity/usa/daily/new.zip", "new.csv", "20191217 00:00,90000,90000,90000,90000,1", "20191218 00:00,30000,30000,30000,30000,1");
        BarSeries bars = Read(_data.Options(Timeframe.Day, symbols: "NEW"));
        Assert.Equal([1, 2, 3], DataFolder.Closes(bars));
    }

    [Fact]
    public void Hours_of_an_early_close_end_with_it()
    {
        _data.Zip(
            "equity/usa/hour/spy.zip",
            "spy.csv",
            "20191224 09:00,10000,10000,10000,10000,1",
            "20191224 12:00,10000,10000,10000,10000,1",
            "20191224 13:00,10000,10000,10000,10000,1");
        Assert.Equal(["2019-12-24 15:00:00", "2019-12-24 18:00:00"], DataFolder.Ends(Read(_data.Options(new Timeframe(1, 'h'), symbols: "SPY"))));
    }

    [Theory]
    [InlineData(null, new[] { "2019-12-17 14:30:00", "2019-12-17 20:59:00" })]
    [InlineData(SessionHours.Extended, new[] { "2019-12-17 14:00:00", "2019-12-17 14:30:00", "2019-12-17 20:59:00" })]
    public void Minutes_outside_the_session_are_read_where_they_are_wanted(SessionHours? session, string[] starts)
    {
        _data.Zip(
            "equity/usa/minute/spy/20191217_trade.zip",
            "20191217_spy_minute_trade.csv",
            "32400000,3190000,3190000,3190000,3190000,100",
            "34200000,3190000,3190000,3190000,3190000,100",
            "57540000,3190000,3190000,3190000,3190000,100");
        Assert.Equal(starts, DataFolder.Starts(Read(_data.Options(Timeframe.Minute) with { Session = session })));
    }

    [Fact]
    public void Seconds_are_read()
    {
        _data.Zip(
            "equity/usa/second/spy/20191217_trade.zip",
            "20191217_spy_second_trade.csv",
            "34200000,3190000,3190000,3190000,3190000,100",
            "34207000,3190000,3191000,3190000,3190500,100");
        BarSeries bars = Read(_data.Options(new Timeframe(1, 's')));
        Assert.Equal(["2019-12-17 14:30:01", "2019-12-17 14:30:08"], DataFolder.Ends(bars));
        Assert.Equal([319, 319.05], DataFolder.Closes(bars));
    }

    [Fact]
    public void Factors_tell_of_splits_and_dividends()
    {
        Days("spy");

        // A 7-for-1 split on the 17th, a dividend of 2 on a close of 100 on the 18th, a 1-for-20 split on the 23rd.
        _data.Folder.File(
            "equity/usa/factor_files/spy.csv",
            "20191216,0.98,2.8571429,700", "20191217,0.98,20,100", "20191220,1,20,100", "20501231,1,1,0");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day));
        Assert.Equal(
            [
                new Split("SPY", new DateOnly(2019, 12, 17), 7),
                new Dividend("SPY", new DateOnly(2019, 12, 18), 2),
                new Split("SPY", new DateOnly(2019, 12, 23), 0.05m),
            ],
            source.Actions);
    }

    [Fact]
    public void A_split_is_what_the_factors_say_where_that_is_asked_for()
    {
        Days("spy");
        _data.Folder.File("equity/usa/factor_files/spy.csv", "20191216,1,0.0357143,700", "20191217,1,0.25,100", "20501231,1,1,0");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day) with { Splits = LeanSplits.Factors });

        Assert.Equal(
            [new Split("SPY", new DateOnly(2019, 12, 17), 0.25m / 0.0357143m), new Split("SPY", new DateOnly(2019, 12, 18), 4)], source.Actions);
    }

    [Theory]
    [InlineData(LeanDividends.Cents, "0.12")]
    [InlineData(LeanDividends.Factors, "0.125")]
    public void A_dividend_is_paid_to_the_cent_as_LEAN_does_or_as_the_factors_say(LeanDividends dividends, string paid)
    {
        Days("spy");
        _data.Folder.File("equity/usa/factor_files/spy.csv", "20191216,0.99875,1,100", "20501231,1,1,0");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day) with { Dividends = dividends });
        Dividend dividend = Assert.IsType<Dividend>(Assert.Single(source.Actions));
        Assert.Equal(decimal.Parse(paid, CultureInfo.InvariantCulture), dividend.Amount);
        Assert.Equal(0.125m, dividend.Unrounded ?? dividend.Amount);
    }

    [Theory]
    [InlineData(LeanDividends.Cents)]
    [InlineData(LeanDividends.Factors)]
    public void Prices_are_adjusted_by_the_factors_whatever_is_paid(LeanDividends dividends)
    {
        _data.Zip("equity/usa/daily/spy.zip", "spy.csv", "20191216 00:00,1000000,1000000,1000000,1000000,1", "20191217 00:00,1000000,1000000,1000000,1000000,1");
        _data.Folder.File("equity/usa/factor_files/spy.csv", "20191216,0.99875,1,100", "20501231,1,1,0");
        BarSourceOptions options = _data.Options(Timeframe.Day) with { Dividends = dividends, Adjustment = PriceAdjustment.All };
        using IBarSource source = DataFolder.Open(options);
        Assert.Equal([99.875, 100], DataFolder.Closes(DataFolder.Bars(source)));
        Assert.Empty(source.Actions);
    }

    [Fact]
    public void Every_file_read_is_on_record()
    {
        Days("spy");
        _data.Folder.File("equity/usa/factor_files/spy.csv", "20501231,1,1,0").File("equity/usa/map_files/spy.csv", "19980102,spy", "20501231,spy");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day));
        DataFolder.Bars(source);
        Assert.Equal(
            [
                "equity/usa/daily/spy.zip 2",
                "equity/usa/factor_files/spy.csv 0",
                "equity/usa/map_files/spy.csv 0",
                "market-hours/market-hours-database.json 0",
            ],
            source.Files.Select(file => $"{Path.GetRelativePath(_data.Folder.Root, file.Path).Replace('\\', '/')} {file.Rows}"));
        Assert.All(source.Files, file => Assert.Equal(64, file.Sha256.Length));
    }

    [Fact]
    public void All_symbols_are_found_where_none_is_named()
    {
        Days("spy");
        Days("aapl");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day));
        Assert.Equal(["AAPL", "SPY"], DataFolder.Symbols(source));
    }

    [Fact]
    public void Rows_that_are_no_bars_are_told_once_their_file_is_read()
    {
        _data.Zip(
            "equity/usa/daily/spy.zip",
            "spy.csv",
            "20191216 00:00,10000,10000,10000,10000,1",
            "20191217 00:00,10000,9000,10000,10000,1",
            "20191218 00:00,10000,0,10000,10000,1",
            "20191219 00:00,10000,x,10000,10000,1",
            "20191220,10000",
            "2019122x 00:00,10000,10000,10000,10000,1",
            "20191216 00:00,10000,10000,10000,10000,1");
        BarSourceOptions.Lean options = _data.Options(Timeframe.Day, symbols: "SPY");
        InputException exception = Assert.Throws<InputException>(() => Read(options));
        Assert.Equal(
            [
                "equity/usa/daily/spy.zip:2: the prices are out of order: open 1, high 0.9, low 1, close 1",
                "equity/usa/daily/spy.zip:3: a price is not above zero: open 1, high 0, low 1, close 1",
                "equity/usa/daily/spy.zip:4: a field of '20191219 00:00,10000,x,10000,10000,1' is not a number",
                "equity/usa/daily/spy.zip:5: the row has 2 fields",
                "equity/usa/daily/spy.zip:6: '2019122x 00:00' is not a time",
                "equity/usa/daily/spy.zip:7: time 2019-12-16 14:30:00Z of SPY appears twice",
            ],
            exception.Errors.Select(error => error.ToString().Split('\n')[0].Replace(_data.Folder.Root + "/", "", StringComparison.Ordinal)));
        using IBarSource source = DataFolder.Open(options with { SkipsBadRows = true });
        Assert.Equal(1, DataFolder.Bars(source).Count);
        Assert.Equal(6, source.Files.Single(file => file.Path.EndsWith("spy.zip", StringComparison.Ordinal)).SkippedRows);
    }

    [Fact]
    public void Bars_on_holidays_are_left_out_as_LEAN_does_and_counted()
    {
        _data.Zip(
            "equity/usa/daily/spy.zip", "spy.csv", "20191224 00:00,10000,10000,10000,10000,1", "20191225 00:00,10000,10000,10000,10000,1",
            "20191226 00:00,20000,20000,20000,20000,1");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day, symbols: "SPY"));
        Assert.Equal([1, 2], DataFolder.Closes(DataFolder.Bars(source)));
        DataWarning warning = Assert.Single(source.Warnings, warning => warning.Code == "closed_days");
        Assert.EndsWith("1 of SPY (the first on 2019-12-25)", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(SessionHours.Regular, false)]
    public void Minutes_outside_the_session_are_counted_where_nobody_asked_for_the_session(SessionHours? session, bool isTold)
    {
        _data.Zip(
            "equity/usa/minute/spy/20191217_trade.zip", "20191217_spy_minute_trade.csv",
            "32400000,3190000,3190000,3190000,3190000,100", "34200000,3190000,3190000,3190000,3190000,100");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Minute) with { Session = session });
        DataFolder.Bars(source);
        Assert.Equal(isTold, source.Warnings.Any(warning => warning.Code == "outside_session"));
    }

    [Fact]
    public void Symbols_know_no_case()
    {
        Days("spy");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day, symbols: ["spy", "SPY"]) with
        {
            Calendars = new Dictionary<string, string> { ["spy"] = "XNYS" },
        });
        SourceSeries series = Assert.Single(source.Series);
        Assert.Equal(("SPY", "XNYS"), (series.Symbol, series.Calendar.Name));
    }

    [Theory]
    [InlineData(LeanAsset.Equity, null, true)]
    [InlineData(LeanAsset.Equity, "actions.csv", false)]
    [InlineData(LeanAsset.Crypto, null, false)]
    public void Shares_without_a_factor_file_are_pointed_out_unless_a_file_of_actions_is_named(LeanAsset asset, string? actions, bool isTold)
    {
        Days("spy");
        _data.Zip("crypto/coinbase/daily/btcusd_trade.zip", "btcusd.csv", "20191220 00:00,1,2,1,2,10");
        _data.Folder.File("actions.csv", "symbol,date,type,value");
        using IBarSource source = DataFolder.Open(
            _data.Options(Timeframe.Day, asset) with { Actions = actions, BaseDirectory = _data.Folder.Root });
        Assert.Equal(isTold, source.Warnings.Any(warning => warning.Code == "missing_factors"));
    }

    [Fact]
    public void On_the_sources_own_scale_a_price_has_both_factors_of_the_first_line_of_its_day_or_later()
    {
        _data.Zip(
            "equity/usa/daily/spy.zip", "spy.csv", "20191216 00:00,1000000,1000000,1000000,1000000,100",
            "20191217 00:00,1000000,1000000,1000000,1000000,100", "20191218 00:00,1000000,1000000,1000000,1000000,100");
        // The last line is long after the bars, but LEAN applies its factor.
        _data.Folder.File("equity/usa/factor_files/spy.csv", "20191216,0.9,0.5,100", "20191217,0.9,1,100", "20200601,0.95,1,100", "20501231,1,1,0");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Day) with { Adjustment = PriceAdjustment.AsSource });
        BarSeries bars = DataFolder.Bars(source);
        Assert.Equal([45, 90, 95], DataFolder.Closes(bars).Select(close => Math.Round(close, 9)));
        Assert.Equal([200, 100, 100], bars.Volume[..3]);
        Assert.Empty(source.Actions);
        Assert.Equal(100, Math.Round(bars.Close[0] * Assert.Single(source.Series).Adjustments[0].Divisor, 9));
    }

    [Fact]
    public void Quotes_fill_bid_and_ask_and_leave_out_the_side_nobody_quoted()
    {
        _data.Zip(
            "equity/usa/minute/spy/20191217_quote.zip", "20191217_spy_minute_quote.csv",
            "34200000,10000,12000,9000,11000,5,13000,15000,12000,14000,5", "34260000,,,,,0,13000,15000,12000,14000,100");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Minute) with { Kind = LeanKind.Quotes });
        BarSeries bars = QuotedBars(source);
        Assert.Equal((1.0, 1.2, 0.9, 1.1), (bars.Bid!.Open[0], bars.Bid.High[0], bars.Bid.Low[0], bars.Bid.Close[0]));
        Assert.Equal((1.3, 1.5, 1.2, 1.4), (bars.Ask!.Open[0], bars.Ask.High[0], bars.Ask.Low[0], bars.Ask.Close[0]));
        Assert.True(double.IsNaN(bars.Bid.Close[1]));
        Assert.Equal((1.4, 1.4), (bars.Ask.Close[1], bars.Close[1]));
    }

    [Fact]
    public void Trades_have_the_quotes_of_their_time_beside_them()
    {
        _data.Zip(
            "equity/usa/minute/spy/20191217_trade.zip", "20191217_spy_minute_trade.csv",
            "34200000,20000,20000,20000,20000,7", "34320000,30000,30000,30000,30000,8", "34380000,40000,40000,40000,40000,9");
        _data.Zip(
            "equity/usa/minute/spy/20191217_quote.zip", "20191217_spy_minute_quote.csv",
            "34200000,19000,19000,19000,19000,1,21000,21000,21000,21000,1", "34260000,1,1,1,1,1,2,2,2,2,1",
            "34320000,29000,29000,29000,29000,1,31000,31000,31000,31000,1");
        using IBarSource source = DataFolder.Open(_data.Options(Timeframe.Minute) with { Kind = LeanKind.Both });
        BarSeries bars = QuotedBars(source);
        Assert.Equal([2, 3, 4], DataFolder.Closes(bars));
        Assert.Equal([7, 8, 9], bars.Volume[..3]);
        Assert.Equal([1.9, 2.9, double.NaN], bars.Bid!.Close[..3]);
        Assert.Equal([2.1, 3.1, double.NaN], bars.Ask!.Close[..3]);
        Assert.Contains(source.Files, file => file.Path.EndsWith("20191217_quote.zip", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zip_that_is_cut_short_is_told()
    {
        _data.Zip("equity/usa/daily/spy.zip", "spy.csv", "20191216 00:00,10000,10000,10000,10000,1");
        string file = Path.Combine(_data.Folder.Root, "equity/usa/daily/spy.zip");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..60]);
        InputException exception = Assert.Throws<InputException>(() => Read(_data.Options(Timeframe.Day, symbols: "SPY")));
        Assert.Equal("bad_zip", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public void A_symbol_that_is_not_there_is_told()
    {
        _data.Zip("equity/usa/daily/spy.zip", "spy.csv", "20191216 00:00,10000,10000,10000,10000,1");
        Assert.Equal(
            "data.symbols: equity/usa/daily has no trade bars of QQQ on the requested days.\n"
            + "  Check the symbol, data.start and data.end.",
            _data.Folder.Error(_data.Options(Timeframe.Day, symbols: ["SPY", "QQQ"])));
    }

    [Fact]
    public void A_length_the_folder_has_not_is_told() => Assert.Equal(
        "data.timeframe: a LEAN folder has no bars of 15m.\n  Use 1s, 1m, 1h or 1d.",
        _data.Folder.Error(_data.Options(new Timeframe(15, 'm'))));

    [Fact]
    public void A_market_without_hours_is_told() => Assert.Equal(
        "market-hours/market-hours-database.json: there are no trading hours 'equity-india-[*]'\n"
        + "  Check data.market, or add the hours to the file.",
        _data.Folder.Error(_data.Options(Timeframe.Day) with { Market = "india" }));

    [Fact]
    public void Reading_allocates_nothing_for_a_bar()
    {
        string[] rows = [.. Enumerable.Range(0, 23_400).Select(second => $"{34_200_000 + second * 1000},10000,10000,10000,10000,1")];
        _data.Zip("equity/usa/second/spy/20191217_trade.zip", "20191217_spy_second_trade.csv", rows);
        using IBarSource source = DataFolder.Open(_data.Options(new Timeframe(1, 's'), symbols: "SPY"));
        var bars = new BarSeries(new Instrument { Symbol = "SPY" }, new Timeframe(1, 's'), index: 0, hasVolume: true);
        Assert.Equal(23_400, DataFolder.Bars(source, block: 1000).Count); // warms up all code
        using IBarReader reader = source.Open(source.Series[0]);
        reader.Read(bars, 1000);
        bars.Advance();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int read = 0;
        for (int chunk = 0; chunk < 20; chunk++)
        {
            read += reader.Read(bars, 1000);
            bars.Advance();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(20_000, read);
        Assert.InRange(allocated, 0, 5000); // a quarter of a byte per bar, allocated by the runtime itself
    }

    private static BarSeries QuotedBars(IBarSource source)
    {
        SourceSeries series = Assert.Single(source.Series);
        Assert.True(series.HasQuotes);
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume, hasQuotes: true);
        using IBarReader reader = source.Open(series);
        while (reader.Read(bars, 1000) > 0)
        {
        }

        return bars;
    }

    private void Days(string ticker) => _data.Zip(
        $"equity/usa/daily/{ticker}.zip",
        $"{ticker}.csv",
        "20191216 00:00,3190000,3190000,3190000,3190000,100",
        "20191217 00:00,3190000,3190000,3190000,3190000,100");

    private static BarSeries Read(BarSourceOptions options)
    {
        using IBarSource source = DataFolder.Open(options);
        return DataFolder.Bars(source);
    }
}
