using System.Globalization;
using System.IO.Compression;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Lean;

/// <summary>Apple's prices with the splits and dividends the company published, compared with LEAN's factors for them.</summary>
public sealed class PublishedFactorTests
{
    private const double PublishedDigits = 1e-6; // factors have seven digits, and splits six

    private static readonly string[] Actions =
    [
        "symbol,date,type,value",
        "aapl,2012-08-09,dividend,2.65", "aapl,2012-11-07,dividend,2.65", "aapl,2013-02-07,dividend,2.65", "aapl,2013-05-09,dividend,3.05",
        "aapl,2013-08-08,dividend,3.05", "aapl,2013-11-06,dividend,3.05", "aapl,2014-02-06,dividend,3.05", "aapl,2014-05-08,dividend,3.29",
        "aapl,2014-06-09,split,7:1", "aapl,2014-08-07,dividend,0.47", "aapl,2014-11-06,dividend,0.47",
    ];

    [Fact]
    public void Adjusted_prices_are_the_raw_ones_times_the_published_factors()
    {
        string file = LeanSamples.Locate("equity", "usa", "factor_files", "aapl.csv");
        (string Day, double Price, double Split)[] factors = [.. File.ReadLines(file).Select(line => line.Split(','))
            .Select(row => (row[0], Number(row[1]), Number(row[2])))];
        using DataFolder data = new DataFolder().File("aapl.csv", ["time,open,high,low,close,volume", .. Bars()]).File("actions.csv", Actions);
        BarSourceOptions options = data.Options("aapl.csv") with
        {
            Actions = "actions.csv",
            Start = new DateOnly(2012, 1, 3),
            End = new DateOnly(2014, 12, 31),
        };
        BarSeries raw = DataFolder.Bars(DataFolder.Open(options));
        BarSeries adjusted = DataFolder.Bars(DataFolder.Open(options with { Adjustment = PriceAdjustment.All }));
        (_, double lastPrice, double lastSplit) = Factor(options.End.Value);

        Assert.Equal(754, raw.Count);
        for (int row = 0; row < raw.Count; row++)
        {
            (_, double price, double split) = Factor(DateOnly.FromDayNumber(raw.Day[row]));
            double published = raw.Close[row] * price * split / (lastPrice * lastSplit);
            Assert.Equal(published, adjusted.Close[row], published * PublishedDigits);
            double volume = raw.Volume[row] * lastSplit / split;
            Assert.Equal(volume, adjusted.Volume[row], volume * PublishedDigits);
        }

        (string, double, double) Factor(DateOnly day) =>
            factors.First(factor => string.CompareOrdinal(factor.Day, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)) >= 0);
    }

    private static IEnumerable<string> Bars()
    {
        string zip = LeanSamples.Locate("equity", "usa", "daily", "aapl.zip");
        using ZipArchive archive = ZipFile.OpenRead(zip);
        using var reader = new StreamReader(archive.Entries[0].Open());
        while (reader.ReadLine() is { } line)
        {
            string[] row = line.Split(',');
            string[] prices = [.. row[1..5].Select(price => (Number(price) / 10_000).ToString("R", CultureInfo.InvariantCulture))];
            yield return $"{row[0][..8]},{string.Join(',', prices)},{row[5]}";
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
