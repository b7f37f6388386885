using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class QuoteColumnsTests
{
    private static readonly Instrument Instrument = new() { Symbol = "A" };

    [Fact]
    public void A_series_without_quotes_has_no_columns_for_them()
    {
        BarSeries series = Series(rows: 40, hasQuotes: false);

        Assert.Null(series.Bid);
        Assert.Null(series.Ask);
        Assert.Throws<InvalidOperationException>(() => series.Quote(At(1), At(2)));
    }

    [Fact]
    public void Each_bar_keeps_its_own_bid_and_ask_however_the_columns_grow()
    {
        BarSeries series = Series(rows: 40);

        Assert.Equal(Enumerable.Range(0, 40), Rows(series));
    }

    [Fact]
    public void A_bar_nobody_quoted_has_none()
    {
        BarSeries series = Series(rows: 1);
        series.Truncate(0);
        Append(series, 5);

        Assert.Equal(QuotePrices.None, Read(series.Bid!, 0));
        Assert.Equal(QuotePrices.None, Read(series.Ask!, 0));
    }

    [Fact]
    public void Rows_copied_from_another_series_bring_their_quotes()
    {
        BarSeries series = Series(rows: 3);
        series.Append(Series(rows: 40), from: 10, count: 25);

        Assert.Equal([0, 1, 2, .. Enumerable.Range(10, 25)], Rows(series));
    }

    [Fact]
    public void Rows_copied_from_a_series_without_quotes_have_none()
    {
        BarSeries series = Series(rows: 3);
        series.Append(Series(rows: 2, hasQuotes: false), from: 0, count: 2);

        Assert.Equal(At(2), Read(series.Bid!, 2));
        Assert.Equal(QuotePrices.None, Read(series.Bid!, 3));
        Assert.Equal(QuotePrices.None, Read(series.Ask!, 4));
    }

    [Fact]
    public void Columns_that_change_hands_take_their_quotes_along()
    {
        BarSeries one = Series(rows: 3);
        BarSeries other = Series(rows: 20);
        one.Exchange(other);

        Assert.Equal(Enumerable.Range(0, 20), Rows(one));
        Assert.Equal([0, 1, 2], Rows(other));
    }

    [Fact]
    public void The_last_rows_kept_move_to_the_front_with_their_quotes()
    {
        BarSeries series = Series(rows: 20);
        series.Keep(5);

        Assert.Equal([15, 16, 17, 18, 19], Rows(series));
    }

    [Fact]
    public void After_an_advance_rows_are_filled_from_the_first()
    {
        BarSeries series = Series(rows: 20);
        series.Advance();
        Append(series, 7);
        series.Quote(At(7), At(8));

        Assert.Equal([7], Rows(series));
    }

    private static BarSeries Series(int rows, bool hasQuotes = true)
    {
        var series = new BarSeries(Instrument, Timeframe.Day, index: 0, hasVolume: false, hasQuotes);
        for (int row = 0; row < rows; row++)
        {
            Append(series, row);
            if (hasQuotes)
                series.Quote(At(row), At(row + 1));
        }

        return series;
    }

    private static void Append(BarSeries series, int row) => series.Append(row, row + 1, row, row, row, row, volume: 0, day: row);

    private static QuotePrices At(int price) => new(price, price + 0.75, price - 0.75, price + 0.25);

    /// <summary>The number of each row, after checking that its bid and ask match its bar.</summary>
    private static IEnumerable<int> Rows(BarSeries series)
    {
        for (int row = 0; row < series.Count; row++)
        {
            var number = (int)series.Close[row];
            Assert.Equal((At(number), At(number + 1)), (Read(series.Bid!, row), Read(series.Ask!, row)));
            yield return number;
        }
    }

    private static QuotePrices Read(QuoteColumns quotes, int row) =>
        new(quotes.Open[row], quotes.High[row], quotes.Low[row], quotes.Close[row]);
}
