namespace Backtest.Engine;

/// <summary>Identifies the bar of an instrument that orders meet: a turn has one, or several finer bars in its place.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Part">The number of the finer bar, from 1; 0 for the bar itself.</param>
internal readonly record struct BarPlace(long Turn, int Part)
{
    /// <summary>No bar.</summary>
    public static BarPlace None => new(-1, 0);
}
