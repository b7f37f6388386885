namespace Backtest.Testing;

/// <summary>An order that rests while bars pass by.</summary>
/// <param name="Type">How it fills.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Distance">How far from the market its prices are, as a share of the price.</param>
/// <param name="First">The first bar it meets.</param>
/// <param name="Path">In which order the extremes of bars are met.</param>
internal sealed record RestingCase(OrderType Type, Side Side, double Distance, int First, PathOrder Path)
{
    private const int Bars = 40;

    private static readonly double[] Highs = [.. ProbeBars.Walk.Select(bar => bar.High)];
    private static readonly double[] Lows = [.. ProbeBars.Walk.Select(bar => bar.Low)];

    /// <summary>Where the order fills, as a text.</summary>
    public string Answer(IOrderMatching matching)
    {
        PaperOrder order = Place();
        return Meet(matching, order) is { } met && met.Touch.IsFill
            ? FormattableString.Invariant($"bar {met.Row}, at {met.Touch.Price:R}, {met.Touch.Progress:R} along its path")
            : FormattableString.Invariant($"no fill, {(order.IsTriggered ? "its stop touched" : "nothing touched")}");
    }

    /// <summary>What is wrong with where it fills.</summary>
    public string? Problem(IOrderMatching matching)
    {
        if (Meet(matching, Place()) is not { Touch.IsFill: true } met)
            return null;
        return !(met.Touch.Price > 0) || !double.IsFinite(met.Touch.Price) ? "has no price"
            : met.Touch.Progress is < 0 or > BarPath.End ? "is not on the path of a bar"
            : null;
    }

    /// <summary>The bar that does something to the order though <see cref="IOrderMatching.Next"/> names a later one.</summary>
    public string? PassedOver(IOrderMatching matching)
    {
        PaperOrder order = Place();
        int next = First + matching.Next(order, Highs.AsSpan(First, Bars), Lows.AsSpan(First, Bars));
        for (int row = First; row < Math.Min(next, First + Bars); row++)
        {
            if (On(matching, order, row).IsFill || order.IsTriggered)
            {
                return FormattableString.Invariant(
                    $"{this}: bar {row - First} {(order.IsTriggered ? "touches its stop" : "fills it")}, but Next returns bar {next - First}");
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"a {Type} order to {Side} {Distance:P1} from the market, on path {Path}");

    private PaperOrder Place()
    {
        bool buys = Side == Side.Buy;
        double close = ProbeBars.Walk[First - 1].Close;
        bool isBetter = Type is OrderType.Limit or OrderType.LimitOnOpen or OrderType.LimitOnClose or OrderType.MarketIfTouched or OrderType.LimitIfTouched;
        double waking = close * (1 + (buys == isBetter ? -Distance : Distance));
        bool hasStop = Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop or OrderType.MarketIfTouched or OrderType.LimitIfTouched;
        bool hasLimit = Type is OrderType.Limit or OrderType.LimitOnOpen or OrderType.LimitOnClose;
        bool hasBoth = Type is OrderType.StopLimit or OrderType.LimitIfTouched;
        return new PaperOrder(Type, Side)
        {
            StopPrice = hasStop ? waking : double.NaN,
            LimitPrice = hasLimit ? waking : hasBoth ? waking * (buys ? 1.005 : 0.995) : double.NaN,
            TickSize = 0.01m,
        };
    }

    private (int Row, BarTouch Touch)? Meet(IOrderMatching matching, PaperOrder order)
    {
        for (int row = First; row < First + Bars; row++)
        {
            BarTouch touch = On(matching, order, row);
            if (touch.IsFill)
                return (row - First, touch);
        }

        return null;
    }

    private BarTouch On(IOrderMatching matching, PaperOrder order, int row)
    {
        MatchedBar bar = ProbeBars.Walk[row];
        if (!matching.Trades(bar, order.Order.Instrument))
            return BarTouch.None;
        double open = matching.AtOpen(order, bar);
        return double.IsNaN(open)
            ? matching.Within(order, new BarPath(bar, Path, since: 0, bar.Open, bar.High, bar.Low))
            : new BarTouch(0, open);
    }
}
