using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The quantities one holding entered inside the current bar: only the part of the bar proved to come after an entry counts for it.
/// </summary>
internal sealed class EnteredInside
{
    private readonly List<(double Quantity, double Price)> _entries = [];

    private long _barIndex;
    private int _part;

    /// <summary>Whether anything was entered inside a bar.</summary>
    /// <param name="barIndex">The index of the bar in the instrument's history.</param>
    /// <param name="part">The number of a finer bar inside it, from 1; 0 for the bar itself.</param>
    public bool Is(long barIndex, int part) => _barIndex == barIndex && _part == part && _entries.Count > 0;

    /// <summary>Adds an entry.</summary>
    /// <param name="bar">The bar of the fill.</param>
    /// <param name="quantity">The quantity times the multiplier; below zero for short.</param>
    /// <param name="price">The price.</param>
    public void Add(in MetBar bar, double quantity, double price)
    {
        if ((bar.Index, bar.Part) != (_barIndex, _part))
            Clear();
        (_barIndex, _part) = (bar.Index, bar.Part);
        _entries.Add((quantity, price));
    }

    /// <summary>Removes all entries.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>The value of the entries at their highest proved prices less that at the bar's high.</summary>
    public double ShortOfHigh(BarSeries series, int row)
    {
        double money = 0;
        foreach ((double quantity, double price) in _entries)
            money += quantity * (After(price, series, row).High - series.High[row]);
        return money;
    }

    /// <summary>The value of the entries at their lowest proved prices less that at the bar's low.</summary>
    public double ShortOfLow(BarSeries series, int row)
    {
        double money = 0;
        foreach ((double quantity, double price) in _entries)
            money += quantity * (After(price, series, row).Low - series.Low[row]);
        return money;
    }

    private static ProvenRange After(double price, BarSeries series, int row) =>
        ProvenRange.After(price, series.Open[row], series.High[row], series.Low[row], series.Close[row]);
}
