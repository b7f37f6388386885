using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Changes what comes after a time and nothing before it: whatever was decided until then must be the same.</summary>
/// <param name="cut">The last end that stays, UTC ticks.</param>
internal abstract class FutureAlteration(long cut) : Alteration
{
    // What is decided until the cut cannot depend on how far the changed bars go. Few take less time, and on many that swing as no market does
    // a portfolio would come to more money than there are numbers for.
    private const int Horizon = 32;

    /// <summary>The last end that stays, UTC ticks.</summary>
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

    /// <summary>Changes the rows from one on.</summary>
    /// <param name="bars">A copy of the bars.</param>
    /// <param name="from">The first row of the future.</param>
    /// <param name="last">The last price before it.</param>
    /// <param name="whole">All bars, unchanged.</param>
    protected abstract void Change(BarSeries bars, int from, double last, BarSeries whole);
}

/// <summary>The future is not there.</summary>
internal sealed class CutFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future cut off";

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

/// <summary>The bars of the future come in another order, each at the time of another.</summary>
internal sealed class ShuffledFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future shuffled";

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole)
    {
        int[] order = [.. Enumerable.Range(from, whole.Count - from)];
        new Random(whole.Count).Shuffle(order);
        // A shuffle that leaves the first bar where it was would change nothing the next decision could have seen.
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

/// <summary>What would rise falls, and what would fall rises: prices are mirrored at the last one known, volumes at the last volume.</summary>
internal sealed class MirroredFuture(long cut) : FutureAlteration(cut)
{
    public override string Words => "with the future mirrored";

    protected override void Change(BarSeries bars, int from, double last, BarSeries whole)
    {
        double volume = from == 0 ? 0 : bars.Volume[from - 1];
        // By ratios, so that prices stay positive; where some are not, by differences.
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

/// <summary>Prices and volumes go wild: valid bars, far from any that came before.</summary>
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
