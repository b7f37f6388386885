using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bar orders fill on: one of the instrument's, or a finer one inside it.</summary>
internal readonly record struct FillBar(
    BarPlace Place, long Index, long Start, long End, int Day, MatchedBar Prices)
{
    /// <summary>The start of the instrument's bar.</summary>
    public long WholeStart { get; private init; }

    /// <summary>The open of the instrument's bar.</summary>
    public double WholeOpen { get; private init; }

    /// <summary>The number of the turn.</summary>
    public long Turn => Place.Turn;

    /// <summary>Whether it is the last of its trading day, where anybody asks.</summary>
    public bool ClosesDay { get; init; }

    /// <summary>The distance between bid and ask as the bar opened; not a number where the data has neither.</summary>
    public double Spread { get; init; }

    /// <summary>The series whose quotes orders take their side of; <see langword="null"/>: the bar has none, or nobody goes by them.</summary>
    public BarSeries? Quotes { get; init; }

    /// <summary>The row of the bar in that series.</summary>
    public int QuotesRow { get; init; }

    /// <summary>The last price bid; not a number where the data has none.</summary>
    public double BidClose { get; init; }

    /// <summary>The last price asked; not a number where the data has none.</summary>
    public double AskClose { get; init; }

    public double Open => Prices.Open;

    public double Close => Prices.Close;

    public double Volume => Prices.Volume;

    public static FillBar From(BarSeries series, int row, long turn) => new(
        new BarPlace(turn, 0),
        series.FirstIndex + row,
        series.Start[row],
        series.End[row],
        series.Day[row],
        PricesOf(series, row))
    {
        WholeStart = series.Start[row],
        WholeOpen = series.Open[row],
        QuotesRow = row,
        Spread = SpreadOf(series, row),
        BidClose = series.Bid?.Close[row] ?? double.NaN,
        AskClose = series.Ask?.Close[row] ?? double.NaN,
    };

    /// <summary>A finer bar inside this one.</summary>
    /// <param name="finer">The finer bars.</param>
    /// <param name="row">Which of them.</param>
    /// <param name="part">Its place among those inside this bar, from 1.</param>
    /// <param name="isLast">Whether it is the last of them.</param>
    public FillBar Part(BarSeries finer, int row, int part, bool isLast) => this with
    {
        Place = new BarPlace(Turn, part),
        Start = finer.Start[row],
        End = finer.End[row],
        Prices = PricesOf(finer, row),
        ClosesDay = ClosesDay && isLast,
        Spread = SpreadOf(finer, row),
        Quotes = Quotes is null ? null : finer,
        QuotesRow = row,
        BidClose = finer.Bid?.Close[row] ?? double.NaN,
        AskClose = finer.Ask?.Close[row] ?? double.NaN,
    };

    /// <summary>The bar an order to this side meets: buys the prices asked, sales those bid; of a bar nothing was quoted in, those traded.</summary>
    public FillBar For(Side side)
    {
        if (Quotes is not { Bid: { } bid, Ask: { } ask })
            return this;
        int row = QuotesRow;
        QuoteColumns quotes = side == Side.Buy ? ask : bid;
        return double.IsNaN(quotes.Open[row]) ? this : this with
        {
            Prices = new MatchedBar(quotes.Open[row], quotes.High[row], quotes.Low[row], quotes.Close[row], Prices.Volume),
        };
    }

    /// <summary>The prices proved to come after one inside the bar.</summary>
    public ProvenRange After(double price) => ProvenRange.After(price, Open, Prices.High, Prices.Low, Close);

    private static MatchedBar PricesOf(BarSeries series, int row) => new(
        series.Open[row], series.High[row], series.Low[row], series.Close[row], series.HasVolume ? series.Volume[row] : double.NaN);

    private static double SpreadOf(BarSeries series, int row) =>
        series is { Bid: { } bid, Ask: { } ask } ? ask.Open[row] - bid.Open[row] : double.NaN;
}
