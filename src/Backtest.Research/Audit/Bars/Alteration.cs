using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>A change to the bars of a run before it is repeated.</summary>
internal abstract class Alteration
{
    /// <summary>The change in words, such as "with the future cut off".</summary>
    public abstract string Words { get; }

    /// <summary>Whether the bars end earlier than the original ones.</summary>
    public virtual bool IsCut => false;

    /// <summary>The changed bars of a series; those of the whole run are not modified.</summary>
    public abstract BarSeries Apply(BarSeries whole);

    /// <summary>The bars of a lower timeframe inside changed bars.</summary>
    /// <param name="finer">The bars inside the bars of the whole run.</param>
    /// <param name="whole">The bars of the whole run.</param>
    /// <param name="bars">The changed bars.</param>
    public virtual BarSeries ApplyWithin(BarSeries finer, BarSeries whole, BarSeries bars) => Apply(finer);

    /// <summary>The corporate actions that remain known.</summary>
    /// <param name="actions">The actions of the whole run.</param>
    /// <param name="lastDay">The last trading day that has a bar.</param>
    public virtual IReadOnlyList<CorporateAction> Apply(IReadOnlyList<CorporateAction> actions, int lastDay) => actions;

    /// <summary>The membership of a universe that remains known.</summary>
    /// <param name="universe">The universe of the whole run.</param>
    /// <param name="lastDay">The last trading day that has a bar.</param>
    public virtual Universe Apply(Universe universe, int lastDay) => universe;

    /// <summary>A copy of some rows of a series.</summary>
    protected static BarSeries Copy(BarSeries whole, int from, int count)
    {
        var copy = new BarSeries(whole.Instrument, whole.Timeframe, whole.Index, whole.HasVolume, whole.Bid is not null);
        if (count > 0)
            copy.Append(whole, from, count);
        return copy;
    }
}

/// <summary>Leaves the bars unchanged.</summary>
internal sealed class NoAlteration : Alteration
{
    public static readonly NoAlteration Instance = new();

    public override string Words => "on the same bars";

    public override BarSeries Apply(BarSeries whole) => Copy(whole, 0, whole.Count);
}

/// <summary>Leaves out the bars before a time.</summary>
/// <param name="start">The end of the last bar left out, UTC ticks.</param>
internal sealed class LateStart(long start) : Alteration
{
    public override string Words => "with a later start";

    public override BarSeries Apply(BarSeries whole)
    {
        int dropped = AuditBars.RowsUntil(whole, start);
        return Copy(whole, dropped, whole.Count - dropped);
    }
}

/// <summary>Leaves out the bars that end at one time.</summary>
/// <param name="missing">The end of the bars left out, UTC ticks.</param>
internal sealed class WithoutBar(long missing) : Alteration
{
    public override string Words => "without that bar";

    public override BarSeries Apply(BarSeries whole)
    {
        int row = Array.BinarySearch(whole.End, 0, whole.Count, missing);
        BarSeries bars = Copy(whole, 0, row < 0 ? whole.Count : row);
        if (row >= 0 && row + 1 < whole.Count)
            bars.Append(whole, row + 1, whole.Count - row - 1);
        return bars;
    }
}
