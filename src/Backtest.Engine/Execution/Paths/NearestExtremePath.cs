namespace Backtest.Engine;

/// <summary>Open, the extreme nearer to it, the other one, close. Where both are as near, the low comes first.</summary>
internal sealed class NearestExtremePath : IPricePath
{
    // Distances of prices on one grid differ in their last digits where they are meant to be the same.
    private const double Tolerance = 1e-9;

    public PathOrder Order(in MatchedBar bar, Direction position)
    {
        double up = bar.High - bar.Open;
        double down = bar.Open - bar.Low;
        return up < down - (Tolerance * bar.Open) ? PathOrder.HighFirst : PathOrder.LowFirst;
    }
}
