namespace Backtest.Engine;

/// <summary>Open, the extreme nearer to the open, the other extreme, close. If both are equally near, the low comes first.</summary>
internal sealed class NearestExtremePath : IPricePath
{
    // Equal distances between prices on one grid may differ in their last digits.
    private const double Tolerance = 1e-9;

    public PathOrder Order(in MatchedBar bar, Direction position)
    {
        double up = bar.High - bar.Open;
        double down = bar.Open - bar.Low;
        return up < down - (Tolerance * bar.Open) ? PathOrder.HighFirst : PathOrder.LowFirst;
    }
}
