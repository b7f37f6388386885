using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Changes only what comes after a time, so that all decisions until then must be the same.</summary>
/// <param name="cut">The end of the last unchanged bar, UTC ticks.</param>
internal abstract class FutureAlteration(long cut) : Alteration
{
    // Decisions until the cut cannot depend on how far the changed bars go. A few bars take less time, and over many bars with unrealistic swings a
    // portfolio's money would exceed the range of numbers.
    private const int Horizon = 32;

    /// <summary>The end of the last unchanged bar, UTC ticks.</summary>
    public long Cut => cut;

    /// <inheritdoc/>
    public override BarSeries Apply(BarSeries whole)
    {
        int kept = AuditBars.RowsUntil(whole, cut);
        BarSeries bars = Copy(whole, 0, Math.Min(whole.Count, kept + Horizon));
        if (kept < bars.Count)
            Change(bars, kept, kept == 0 ? bars.Open[0] : bars.Close[kept - 1], whole);
        return bars;
    }

    /// <summary>Changes the rows from a given one on.</summary>
    /// <param name="bars">A copy of the bars.</param>
    /// <param name="from">The first row of the future.</param>
    /// <param name="last">The last price before it.</param>
    /// <param name="whole">All bars, unchanged.</param>
    protected abstract void Change(BarSeries bars, int from, double last, BarSeries whole);
}

/// <summary>Removes the future.</summary>
internal sealed class CutFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future removed";

    public override bool IsCut => true;

    public override IReadOnlyList<CorporateAction> Apply(IReadOnlyList<CorporateAction> actions, int lastDay) =>
        [.. actions.Where(action => action.Day.DayNumber <= lastDay)];

    public override Universe Apply(Universe universe, int lastDay) => universe with
    {
        Memberships =
        [
            .. universe.Memberships.Where(member => member.From.DayNumber <= lastDay)
                .Select(member => member.To?.DayNumber > lastDay ? member with { To = null } : member),
        ],
    };

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole) => bars.Truncate(from);
}

/// <summary>Shuffles the bars of the future among their times.</summary>
internal sealed class ShuffledFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future shuffled";

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole)
    {
        int[] order = [.. Enumerable.Range(from, whole.Count - from)];
        new Random(whole.Count).Shuffle(order);
        // If the first bar stayed in place, the shuffle would not change what the next decision can see.
        if (order.Length > 1 && order[0] == from)
            (order[0], order[^1]) = (order[^1], order[0]);
        for (int row = from; row < bars.Count; row++)
        {
            int other = order[row - from];
            bars.Open[row] = whole.Open[other];
            bars.High[row] = whole.High[other];
            bars.Low[row] = whole.Low[other];
            bars.Close[row] = whole.Close[other];
            bars.Volume[row] = whole.Volume[other];
        }
    }
}

/// <summary>Mirrors prices at the last known price, and volumes at the last volume, so that rises become falls and falls rises.</summary>
internal sealed class MirroredFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future mirrored";

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole)
    {
        double volume = from == 0 ? 0 : bars.Volume[from - 1];
        // Mirror ratios, so that prices stay positive; if some prices are not positive, mirror differences.
        bool byRatio = last > 0 && bars.Low.AsSpan(from, bars.Count - from).IndexOfAnyExceptInRange(double.Epsilon, double.MaxValue) < 0;
        for (int row = from; row < bars.Count; row++)
        {
            bars.Open[row] = Mirror(bars.Open[row]);
            bars.Close[row] = Mirror(bars.Close[row]);
            (bars.High[row], bars.Low[row]) = (Mirror(bars.Low[row]), Mirror(bars.High[row]));
            if (volume > 0 && bars.Volume[row] > 0)
                bars.Volume[row] = volume * (volume / bars.Volume[row]);
        }

        double Mirror(double price) => byRatio ? last * (last / price) : last + (last - price);
    }
}

/// <summary>Makes prices and volumes extreme: valid bars, but far from all earlier ones.</summary>
internal sealed class PoisonedFuture(long cut) : FutureAlteration(cut)
{
    private const double Jump = 3;
    private const int WildBars = 8;

    public override string Words => "with the future poisoned";

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole)
    {
        double level = last == 0 ? 1 : Math.Abs(last);
        double close = level * Jump;
        for (int row = from; row < bars.Count; row++)
        {
            double open = close;
            close = level * (row - from >= WildBars || row % 2 == 0 ? Jump : 1 / Jump);
            bars.Open[row] = open;
            bars.Close[row] = close;
            bars.High[row] = Math.Max(open, close) * 1.2;
            bars.Low[row] = Math.Min(open, close) * 0.8;
            bars.Volume[row] = bars.HasVolume ? (bars.Volume[row] * 50) + 1 : 0;
        }
    }
}
