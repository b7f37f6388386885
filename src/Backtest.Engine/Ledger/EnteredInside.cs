using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What one holding entered inside the bar at hand: of that bar only what is proved to come after the entry belongs to it.</summary>
internal sealed class EnteredInside
{
    private const long None = -1;

    private readonly List<(double Quantity, double Price)> _entries = [];

    /// <summary>The bar, by its place in the instrument's history; −1: there is none.</summary>
    public long BarIndex { get; private set; } = None;

    /// <summary>Whether something was entered inside this bar.</summary>
    public bool Is(long barIndex) => BarIndex == barIndex && _entries.Count > 0;

    /// <summary>Adds an entry.</summary>
    /// <param name="barIndex">The bar it filled in.</param>
    /// <param name="quantity">The quantity times the multiplier; below zero short.</param>
    /// <param name="price">The price.</param>
    public void Add(long barIndex, double quantity, double price)
    {
        if (barIndex != BarIndex)
            Clear();
        BarIndex = barIndex;
        _entries.Add((quantity, price));
    }

    /// <summary>Forgets the bar.</summary>
    public void Clear()
    {
        BarIndex = None;
        _entries.Clear();
    }

    /// <summary>By how much money what was entered is worth less at its highest proved prices than at the bar's high.</summary>
    public double ShortOfHigh(BarSeries series, int row)
    {
        double money = 0;
        foreach ((double quantity, double price) in _entries)
            money += quantity * (After(price, series, row).High - series.High[row]);
        return money;
    }

    /// <summary>By how much money what was entered is worth more at its lowest proved prices than at the bar's low.</summary>
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
