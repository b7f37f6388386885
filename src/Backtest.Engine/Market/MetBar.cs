namespace Backtest.Engine;

/// <summary>The bar that an order filled on, as far as excursions go by it: one of the instrument's, or a finer one inside it.</summary>
/// <param name="Index">The place of the instrument's bar in its history.</param>
/// <param name="Part">The place of the finer bar inside it, from 1; 0: the bar itself.</param>
/// <param name="Start">When it starts, UTC ticks.</param>
/// <param name="Open">Its open.</param>
internal readonly record struct MetBar(long Index, int Part, long Start, double Open)
{
    /// <summary>The instrument's bar.</summary>
    public static MetBar Of(in FillEvent fill) => new(fill.BarIndex, 0, fill.BarStart.Ticks, fill.BarOpen);

    /// <summary>Whether it comes after another.</summary>
    public bool IsAfter(in MetBar other) => Index > other.Index || (Index == other.Index && Part > other.Part);
}
