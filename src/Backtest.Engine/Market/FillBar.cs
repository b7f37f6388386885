using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bar orders fill on.</summary>
internal readonly record struct FillBar(
    long Turn, long Index, long Start, long End, int Day, MatchedBar Prices)
{
    /// <summary>Whether it is the last of its trading day, where anybody asks.</summary>
    public bool ClosesDay { get; init; }

    /// <summary>The distance between bid and ask as the bar opened; not a number where the data has neither.</summary>
    public double Spread { get; init; }

    /// <summary>The series whose quotes orders take their side of; <see langword="null"/>: the bar has none, or nobody goes by them.</summary>
    public BarSeries? Quotes { get; init; }

    /// <summary>The last price bid; not a number where the data has none.</summary>
    public double BidClose { get; init; }

    /// <summary>The last price asked; not a number where the data has none.</summary>
    public double AskClose { get; init; }

    public double Open => Prices.Open;

    public double Close => Prices.Close;

    public double Volume => Prices.Volume;

    public static FillBar From(BarSeries series, int row, long turn) => new(
        turn,
        series.FirstIndex + row,
        series.Start[row],
        series.End[row],
        series.Day[row],
        new MatchedBar(
            series.Open[row], series.High[row], series.Low[row], series.Close[row], series.HasVolume ? series.Volume[row] : double.NaN))
    {
        Spread = series is { Bid: { } bid, Ask: { } ask } ? ask.Open[row] - bid.Open[row] : double.NaN,
        BidClose = series.Bid?.Close[row] ?? double.NaN,
        AskClose = series.Ask?.Close[row] ?? double.NaN,
    };

    /// <summary>The bar an order to this side meets: buys the prices asked, sales those bid; of a bar nothing was quoted in, those traded.</summary>
    public FillBar For(Side side)
    {
        if (Quotes is not { Bid: { } bid, Ask: { } ask } series)
            return this;
        int row = (int)(Index - series.FirstIndex);
        QuoteColumns quotes = side == Side.Buy ? ask : bid;
        return double.IsNaN(quotes.Open[row]) ? this : this with
        {
            Prices = new MatchedBar(quotes.Open[row], quotes.High[row], quotes.Low[row], quotes.Close[row], Prices.Volume),
        };
    }

    /// <summary>The prices proved to come after one inside the bar.</summary>
    public ProvenRange After(double price) => ProvenRange.After(price, Open, Prices.High, Prices.Low, Close);
}
