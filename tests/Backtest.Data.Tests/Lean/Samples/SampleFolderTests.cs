using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Tests.Lean;

/// <summary>LEAN's own sample data, compared with the output of <c>unzip -p</c>.</summary>
public sealed class SampleFolderTests
{
    private static readonly Timeframe Second = new(1, 's');
    private static readonly Timeframe Hour = new(1, 'h');

    [Theory]
    [InlineData("SPY", 5849, 97.31, 396.33)]
    [InlineData("AAPL", 5849, 13.63, 122.15)]
    [InlineData("IBM", 5849, 104.5, 133.26)]
    [InlineData("AIG", 5849, 110.25, 46.21)]
    public void Daily_bars_are_all_there(string symbol, int count, double firstOpen, double lastClose)
    {
        BarSeries bars = Read(Options(Timeframe.Day, symbol));
        Assert.Equal(count, bars.Count);
        Assert.Equal((firstOpen, lastClose), (bars.Open[0], bars.Close[count - 1]));
        Assert.Equal(("1998-01-02 14:30:00", "1998-01-02 21:00:00"), (DataFolder.Starts(bars)[0], DataFolder.Ends(bars)[0]));
        Assert.Equal(("2021-03-31 13:30:00", "2021-03-31 20:00:00"), (DataFolder.Starts(bars)[^1], DataFolder.Ends(bars)[^1]));
    }

    [Fact]
    public void A_renamed_symbol_is_read_under_its_former_ticker_and_not_under_another_companys()
    {
        // Until 1998-09-30 today's BAC was NB, and BAC was another bank: the folder has bac.zip from 1998-01-02 on, and no nb.zip.
        BarSeries bars = Read(Options(Timeframe.Day, "BAC"));
        Assert.Equal("1998-10-01", DataFolder.Days(bars)[0]);
        Assert.Equal(5849 - 188, bars.Count);
        Assert.Equal(52, bars.Open[0]);
    }

    [Fact]
    public void Hourly_bars_begin_as_the_session_opens_and_end_as_it_closes()
    {
        BarSeries bars = Read(Options(Hour, "SPY") with { Start = new DateOnly(2013, 11, 29), End = new DateOnly(2013, 12, 2) });
        Assert.Equal(
            ["14:30 15:00", "15:00 16:00", "16:00 17:00", "17:00 18:00"], // a Friday that ended at 13:00 in New York
            Spans(bars)[..4]);
        Assert.Equal(4 + 7, bars.Count);
        Assert.Equal("20:00 21:00", Spans(bars)[^1]);
    }

    [Fact]
    public void Hours_after_an_early_close_are_not_of_the_regular_session()
    {
        BarSourceOptions.Lean options = Options(Hour, "SPY") with { Start = new DateOnly(2002, 12, 24), End = new DateOnly(2002, 12, 24) };
        Assert.Equal("17:00 18:00", Spans(Read(options))[^1]);
        Assert.Equal("19:00 20:00", Spans(Read(options with { Session = SessionHours.All }))[^1]);
    }

    [Theory]
    [InlineData("SPY", null, 1950, 167.43, 170.3)]
    [InlineData("SPY", SessionHours.Extended, 4128, 167.41, 170.41)]
    [InlineData("SPY", SessionHours.All, 4128, 167.41, 170.41)]
    [InlineData("AAPL", null, 1170, 646.25, 93.7)]
    [InlineData("IBM", null, 1949, 182, 186.16)]
    [InlineData("BAC", null, 1950, 13.9, 14.19)]
    [InlineData("AIG", null, 1949, 49.04, 50)]
    public void Minute_bars_are_those_of_the_session(string symbol, SessionHours? session, int count, double firstOpen, double lastClose)
    {
        BarSeries bars = Read(Options(Timeframe.Minute, symbol) with { Session = session });
        Assert.Equal(count, bars.Count);
        Assert.Equal((firstOpen, lastClose), (bars.Open[0], bars.Close[count - 1]));
    }

    [Fact]
    public void Second_bars_of_the_session_are_read()
    {
        BarSeries bars = Read(Options(Second, "SPY"));
        Assert.Equal(86_869, bars.Count);
        Assert.Equal(("2013-10-07 13:30:00", "2013-10-11 20:00:00"), (DataFolder.Starts(bars)[0], DataFolder.Ends(bars)[^1]));
    }

    [Theory]
    [InlineData("SPY", 1950)]
    [InlineData("AAPL", 1170)]
    public void Quotes_are_halfway_between_bid_and_ask(string symbol, int count)
    {
        using IBarSource source = DataFolder.Open(Options(Timeframe.Minute, symbol) with { Kind = LeanKind.Quotes });
        BarSeries bars = DataFolder.Bars(source, block: 1000);
        Assert.Equal(count, bars.Count);
        Assert.False(bars.HasVolume);
        if (symbol == "SPY")
            Assert.Equal((167.41, 167.525, 167.41, 167.445), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0]));
    }

    [Theory]
    [InlineData("SPY")]
    [InlineData("AAPL")]
    public void Minutes_of_a_day_make_its_daily_bar(string symbol)
    {
        BarSeries minutes = Read(Options(Timeframe.Minute, symbol));
        BarSeries days = Read(Options(Timeframe.Day, symbol) with
        {
            Start = DateOnly.FromDayNumber(minutes.Day[0]),
            End = DateOnly.FromDayNumber(minutes.Day[minutes.Count - 1]),
        });
        for (int day = 0; day < days.Count; day++)
        {
            int[] rows = [.. Enumerable.Range(0, minutes.Count).Where(row => minutes.Day[row] == days.Day[day])];
            Assert.Equal(days.Open[day], minutes.Open[rows[0]]);
            Assert.Equal(days.Close[day], minutes.Close[rows[^1]]);
            Assert.Equal(days.Volume[day], rows.Sum(row => minutes.Volume[row]));

            // Some prices in the daily file are rounded.
            Assert.Equal(days.High[day], rows.Max(row => minutes.High[row]), tolerance: 0.0201);
            Assert.Equal(days.Low[day], rows.Min(row => minutes.Low[row]), tolerance: 0.0101);
            Assert.Equal((days.Start[day], days.End[day]), (minutes.Start[rows[0]], minutes.End[rows[^1]]));
        }
    }

    [Fact]
    public void Splits_and_dividends_of_Apple_are_those_it_paid()
    {
        using IBarSource source = DataFolder.Open(Options(Timeframe.Day, "AAPL"));

        // Apple Inc., Investor Relations, "Stock splits" and "Dividend history".
        Assert.Equal(
            [
                new Split("AAPL", new DateOnly(2000, 6, 21), 2),
                new Split("AAPL", new DateOnly(2005, 2, 28), 2),
                new Split("AAPL", new DateOnly(2014, 6, 9), 7),
                new Split("AAPL", new DateOnly(2020, 8, 31), 4),
            ],
            source.Actions.OfType<Split>());
        Dividend[] dividends = [.. source.Actions.OfType<Dividend>()];
        Assert.Equal(35, dividends.Length);
        Assert.Equal(new Dividend("AAPL", new DateOnly(2012, 8, 9), 2.65m), dividends[0]);
        Assert.Equal(new Dividend("AAPL", new DateOnly(2014, 5, 8), 3.29m), dividends.Single(paid => paid.Day == new DateOnly(2014, 5, 8)));
        Assert.Equal(new Dividend("AAPL", new DateOnly(2021, 2, 5), 0.20m) { Unrounded = 0.205m }, dividends[^1]);
    }

    [Fact]
    public void A_reverse_split_makes_fewer_shares()
    {
        using IBarSource source = DataFolder.Open(Options(Timeframe.Day, "AIG"));
        Assert.Contains(new Split("AIG", new DateOnly(2009, 7, 1), 0.05m), source.Actions);
    }

    [Fact]
    public void Every_file_read_is_on_record()
    {
        using IBarSource source = DataFolder.Open(Options(Timeframe.Minute, "SPY"));
        DataFolder.Bars(source, block: 1000);
        Assert.Equal(
            [
                "equity/usa/factor_files/spy.csv 0",
                "equity/usa/map_files/spy.csv 0",
                "equity/usa/minute/spy/20131007_trade.zip 390",
                "equity/usa/minute/spy/20131008_trade.zip 390",
                "equity/usa/minute/spy/20131009_trade.zip 390",
                "equity/usa/minute/spy/20131010_trade.zip 390",
                "equity/usa/minute/spy/20131011_trade.zip 390",
                "market-hours/market-hours-database.json 0",
            ],
            source.Files.Select(file => $"{Path.GetRelativePath(LeanSamples.Locate(), file.Path).Replace('\\', '/')} {file.Rows}"));
        Assert.All(source.Files, file => Assert.Equal(64, file.Sha256.Length));
    }

    [Fact]
    public void All_symbols_are_found_where_none_is_named()
    {
        using IBarSource source = DataFolder.Open(Options(Timeframe.Minute));
        Assert.Equal(["AAPL", "AIG", "BAC", "IBM", "SPY"], DataFolder.Symbols(source));
        Assert.Equal(23, BarSources.Files(Options(Timeframe.Minute)).Count);
    }

    private static BarSourceOptions.Lean Options(Timeframe timeframe, params string[] symbols) =>
        new() { Path = LeanSamples.Locate(), Timeframe = timeframe, Symbols = symbols };

    private static BarSeries Read(BarSourceOptions options)
    {
        using IBarSource source = DataFolder.Open(options);
        return DataFolder.Bars(source, block: 1000);
    }

    private static string[] Spans(BarSeries bars) =>
        [.. DataFolder.Starts(bars).Zip(DataFolder.Ends(bars), (start, end) => $"{start[11..16]} {end[11..16]}")];
}
