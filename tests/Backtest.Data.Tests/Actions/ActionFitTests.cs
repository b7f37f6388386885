using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data;
using Backtest.Data.Checking;

namespace Backtest.Tests;

/// <summary>Splits and delistings are compared with the prices, in a check of the data and as a warning of a run.</summary>
public sealed class ActionFitTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2", 100, 50, false)]   // an exact fit
    [InlineData("2", 100, 60, false)]   // the market rose by a fifth that day
    [InlineData("2", 100, 68, false)]   // still nearer to a half
    [InlineData("2", 100, 73, true)]    // nearer to one
    [InlineData("2", 100, 100, true)]
    [InlineData("1:10", 1, 10, false)]
    [InlineData("1:10", 1, 1, true)]
    [InlineData("1.2", 100, 100, false)] // too small to judge
    [InlineData("5:4", 100, 100, true)]
    public void A_split_shows_in_prices_as_traded(string ratio, double before, double open, bool isFound)
    {
        Write(before, open, $"A,2024-03-01,split,{ratio}");
        Assert.Equal(isFound ? ["split_not_in_prices"] : [], Codes(PriceAdjustment.None));
    }

    [Fact]
    public void What_is_said_has_the_split_and_the_prices()
    {
        Write(100, 101, "A,2024-03-01,split,2");
        DataFinding finding = Assert.Single(Check(PriceAdjustment.None), found => found.Code == "split_not_in_prices");
        Assert.Equal(
            "a split of 2 for 1 on 2024-03-01 should change prices by -50.0%, but the open is 101, +1.0% from the previous close of 100", finding.Message);
        Assert.Equal(("A", new DateTime(2024, 3, 1)), (finding.Symbol, finding.Time));
        DataWarning warning = Assert.Single(Warnings(PriceAdjustment.None));
        Assert.Equal(("split_not_in_prices", $"A: {finding.Message}", finding.Fix), (warning.Code, warning.Message, warning.Fix));
    }

    [Theory]
    [InlineData(100, 50, false)]
    [InlineData(50, 50, true)] // prices in the file are already adjusted
    public void Prices_are_not_to_be_adjusted_twice(double before, double open, bool isFound)
    {
        Write(before, open, "A,2024-03-01,split,2");
        Assert.Equal(isFound, Codes(PriceAdjustment.Splits).Contains("split_not_in_prices"));
        Assert.Equal(isFound, Warnings(PriceAdjustment.All).Any(warning => warning.Code == "split_not_in_prices"));
        if (isFound)
            Assert.StartsWith("A: prices before 2024-03-01 are adjusted for a split of 2 for 1, but seem to have been adjusted already", Warnings(PriceAdjustment.All)[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_is_not_judged_over_a_long_pause_nor_without_a_bar_before_it()
    {
        _folder.File("A.csv", "time,open,high,low,close", Row(new DateOnly(2024, 2, 10), 100), Row(new DateOnly(2024, 3, 1), 100), Row(new DateOnly(2024, 3, 2), 100));
        _folder.File("actions.csv", "symbol,date,type,value", "A,2024-03-01,split,2");
        Assert.Empty(Warnings(PriceAdjustment.None));
        _folder.File("actions.csv", "symbol,date,type,value", "A,2024-02-10,split,2");
        Assert.Empty(Warnings(PriceAdjustment.None));
    }

    [Fact]
    public void Where_a_tenth_a_day_is_usual_a_small_split_is_not_judged()
    {
        DateOnly split = new(2024, 3, 1);
        string[] rows = [.. Enumerable.Range(-30, 40).Select(day => Row(split.AddDays(day), day % 2 == 0 ? 100 : 110))];
        _folder.File("A.csv", ["time,open,high,low,close", .. rows]);
        _folder.File("actions.csv", "symbol,date,type,value", "A,2024-03-01,split,1.5");
        Assert.Empty(Warnings(PriceAdjustment.None));
        _folder.File("actions.csv", "symbol,date,type,value", "A,2024-03-01,split,4");
        Assert.Single(Warnings(PriceAdjustment.None));
    }

    [Fact]
    public void Bars_that_go_on_after_a_delisting_are_found()
    {
        Write(100, 100, "A,2024-03-01,delisting,90");
        DataFinding finding = Assert.Single(Check(PriceAdjustment.None));
        Assert.Equal(
            ("bars_after_delisting", 10L, "the delisting is on 2024-03-01, the first day without trading, but there is a bar of 2024-03-01"),
            (finding.Code, finding.Count, finding.Message));
        Assert.Equal("bars_after_delisting", Assert.Single(Warnings(PriceAdjustment.None)).Code);
    }

    [Theory]
    [InlineData("A,2024-03-11,delisting,90")] // the day after the last bar
    [InlineData("A,2023-12-01,delisting,90")] // the symbol was another company's then
    public void A_delisting_after_the_last_bar_or_long_before_the_first_is_none(string action)
    {
        Write(100, 100, action);
        Assert.Empty(Codes(PriceAdjustment.None));
        Assert.Empty(Warnings(PriceAdjustment.None));
    }

    [Fact]
    public void A_run_is_warned_once_of_many_symbols()
    {
        Write(100, 100, "A,2024-03-01,split,2", "B,2024-03-01,split,2", "B,2024-03-05,split,3", "C,2024-03-02,split,2");
        foreach (string symbol in (string[])["B", "C"])
            System.IO.File.Copy(Path.Combine(_folder.Root, "A.csv"), Path.Combine(_folder.Root, $"{symbol}.csv"));
        DataWarning warning = Assert.Single(Warnings(PriceAdjustment.None));
        Assert.EndsWith("; 2 more symbols have such actions", warning.Message, StringComparison.Ordinal);
    }

    /// <summary>Writes days at one price and, from the first of March on, at another.</summary>
    private void Write(double before, double from, params string[] actions)
    {
        DateOnly split = new(2024, 3, 1);
        _folder.File(
            "A.csv",
            ["time,open,high,low,close", .. Enumerable.Range(-30, 40).Select(day => Row(split.AddDays(day), day < 0 ? before : from))]);
        _folder.File("actions.csv", ["symbol,date,type,value", .. actions]);
    }

    private static string Row(DateOnly day, double price)
    {
        // Vary the prices, because a check would take constant ones for a feed that hangs.
        double low = price * (1 - (day.DayNumber % 7 * 0.001));
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{price},{price},{low},{price}");
    }

    private BarSourceOptions.Csv Options(PriceAdjustment adjustment) => _folder.Options("?.csv") with
    {
        Timeframe = Timeframe.Day,
        Actions = "actions.csv",
        Adjustment = adjustment,
    };

    private IReadOnlyList<DataFinding> Check(PriceAdjustment adjustment) =>
        DataChecker.Check([Options(adjustment)], new BarSources(), TestContext.Current.CancellationToken).Findings;

    private string[] Codes(PriceAdjustment adjustment) =>
        [.. Check(adjustment).Select(found => found.Code).Where(code => code is "split_not_in_prices" or "bars_after_delisting")];

    /// <summary>The warnings of a run that reads all bars.</summary>
    private IReadOnlyList<DataWarning> Warnings(PriceAdjustment adjustment)
    {
        using IBarSource source = DataFolder.Open(Options(adjustment));
        foreach (SourceSeries series in source.Series)
        {
            using IBarReader reader = source.Open(series);
            var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
            while (reader.Read(bars, 16) > 0)
                bars.Advance();
        }

        return source.Warnings;
    }
}
