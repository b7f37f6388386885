namespace Backtest.Engine;

/// <summary>The bar of a fill, as needed for excursions: a bar of the instrument, or a finer bar inside it.</summary>
/// <param name="Index">The index of the instrument's bar in its history.</param>
/// <param name="Part">The number of the finer bar inside it, from 1; 0 for the bar itself.</param>
/// <param name="Start">The start of the bar, UTC ticks.</param>
/// <param name="Open">The open of the bar.</param>
internal readonly record struct MetBar(long Index, int Part, long Start, double Open)
{
    /// <summary>The instrument's bar.</summary>
    public static MetBar Of(in FillEvent fill) => new(fill.BarIndex, 0, fill.BarStart.Ticks, fill.BarOpen);

    /// <summary>Whether it comes after another.</summary>
    public bool IsAfter(in MetBar other) => Index > other.Index || (Index == other.Index && Part > other.Part);
}
