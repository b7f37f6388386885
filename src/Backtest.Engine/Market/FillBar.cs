using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bar on which orders fill: a bar of the instrument, or a finer bar inside it.</summary>
internal readonly record struct FillBar(
    BarPlace Place, long Index, long Start, long End, int Day, MatchedBar Prices)
{
    /// <summary>The start of the instrument's bar.</summary>
    public long WholeStart { get; private init; }

    /// <summary>The open of the instrument's bar.</summary>
    public double WholeOpen { get; private init; }

    /// <summary>The number of the turn.</summary>
    public long Turn => Place.Turn;

    /// <summary>Whether it is the last bar of its trading day; set only where it is needed.</summary>
    public bool ClosesDay { get; init; }

    /// <summary>The distance between bid and ask at the open of the bar; NaN if the data has no quotes.</summary>
    public double Spread { get; init; }

    /// <summary>The series at whose quotes orders fill; <see langword="null"/> if the bar has no quotes, or if they are not used.</summary>
    public BarSeries? Quotes { get; init; }

    /// <summary>The row of the bar in that series.</summary>
    public int QuotesRow { get; init; }

    /// <summary>The last bid; NaN if the data has none.</summary>
    public double BidClose { get; init; }

    /// <summary>The last ask; NaN if the data has none.</summary>
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
    /// <param name="row">The row of the finer bar.</param>
    /// <param name="part">The number of the finer bar among those inside this bar, from 1.</param>
    /// <param name="isLast">Whether it is the last finer bar inside this bar.</param>
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

    /// <summary>The bar as orders of a side meet it: asks for buys and bids for sells; traded prices if nothing was quoted in the bar.</summary>
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

    /// <summary>The prices proved to come after a given price inside the bar.</summary>
    public ProvenRange After(double price) => ProvenRange.After(price, Open, Prices.High, Prices.Low, Close);

    private static MatchedBar PricesOf(BarSeries series, int row) => new(
        series.Open[row], series.High[row], series.Low[row], series.Close[row], series.HasVolume ? series.Volume[row] : double.NaN);

    private static double SpreadOf(BarSeries series, int row) =>
        series is { Bid: { } bid, Ask: { } ask } ? ask.Open[row] - bid.Open[row] : double.NaN;
}
