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
    };

    /// <summary>The prices proved to come after one inside the bar.</summary>
    public ProvenRange After(double price) => ProvenRange.After(price, Open, Prices.High, Prices.Low, Close);
}
