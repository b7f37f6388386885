using System.Globalization;
using System.Text;
using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests.Csv;

public sealed class WritingTests
{
    private static readonly DateTime FirstDay = new(2001, 2, 27);

    private static readonly Gen<(string End, bool Quotes, string Blank, string Empty, string Note)> Hands = Gen.Select(
        Choice("\n", "\r\n", "\r"),
        Gen.Bool,
        Choice("", " ", "  "),
        Choice("", "\n", ",,,,,,\n"),
        Choice("", "plain", "\"a, \"\"b\"\"\"", "\"two\nlines\"", "5\" pipe", "\"\"", "é€漢"));

    [Fact]
    public void However_rows_are_written_the_bars_are_the_same() => Gen.Select(
        Gen.Select(Gen.Double[1, 1e6], Gen.Int[0, 8]).Array[4, 60], Hands.Array[4, 60], Gen.Bool).Sample(
            (prices, hands, isCutOff) =>
            {
                using var folder = new DataFolder();
                var text = new StringBuilder("date,open,high,low,close,note,volume\n");
                for (int row = 0; row < prices.Length; row++)
                    Write(text, row, Price(prices[row]), hands[row % hands.Length]);
                if (isCutOff)
                    text.Length = text.ToString().TrimEnd('\r', '\n', ',').Length;
                folder.Raw("a.csv", text.ToString());
                using IBarSource source = DataFolder.Open(folder.Options("a.csv") with { Separator = ',', HasDecimalComma = false });
                BarSeries bars = DataFolder.Bars(source);
                Assert.Equal(prices.Select(price => double.Parse(Price(price), CultureInfo.InvariantCulture)), DataFolder.Closes(bars));
                Assert.Equal(Enumerable.Range(0, prices.Length).Select(row => FirstDay.AddDays(row).Ticks), bars.Start[..bars.Count]);
                Assert.Equal(Enumerable.Range(0, prices.Length).Select(row => (double)row), bars.Volume[..bars.Count]);
            },
            iter: 300);

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Price((double Price, int Places) price) =>
        price.Price.ToString($"F{price.Places}", CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, int row, string price, (string End, bool Quotes, string Blank, string Empty, string Note) hand)
    {
        string field = hand.Quotes ? $"\"{price}\"" : $"{hand.Blank}{price}{hand.Blank}";
        string date = FirstDay.AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{date},{field},{price},{field},{price},{hand.Note},{row}{hand.End}{hand.Empty}");
    }
}
