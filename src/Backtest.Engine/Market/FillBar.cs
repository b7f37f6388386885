using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The bar orders fill on.</summary>
internal readonly record struct FillBar(
    long Turn, long Index, long Start, long End, int Day, double Open, double High, double Low, double Close, double Volume)
{
    public static FillBar From(BarSeries series, int row, long turn) => new(
        turn,
        series.FirstIndex + row,
        series.Start[row],
        series.End[row],
        series.Day[row],
        series.Open[row],
        series.High[row],
        series.Low[row],
        series.Close[row],
        series.Volume[row]);

    /// <summary>The prices proved to come after one inside the bar.</summary>
    public ProvenRange After(double price) => ProvenRange.After(price, Open, High, Low, Close);
}
