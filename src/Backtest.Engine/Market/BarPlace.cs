namespace Backtest.Engine;

/// <summary>Which bar of an instrument orders meet: a turn has one, or several finer ones in its place.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Part">The place of the finer bar, from 1; 0: the bar itself.</param>
internal readonly record struct BarPlace(long Turn, int Part)
{
    /// <summary>No bar.</summary>
    public static BarPlace None => new(-1, 0);
}
