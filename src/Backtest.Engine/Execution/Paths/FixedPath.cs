namespace Backtest.Engine;

/// <summary>A path that is the same on every bar.</summary>
/// <param name="order">The order of the extremes.</param>
internal sealed class FixedPath(PathOrder order) : IPricePath
{
    /// <summary>Whether it is a known sequence of prices.</summary>
    public bool IsKnown => order is PathOrder.HighFirst or PathOrder.LowFirst;

    public PathOrder Order(in MatchedBar bar, Direction position) => order;
}
