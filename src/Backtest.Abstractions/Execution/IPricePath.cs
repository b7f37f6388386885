namespace Backtest;

/// <summary>Decides in which order the levels of a bar are met. A pure function of its arguments, called only for bars that touch an order.</summary>
public interface IPricePath
{
    /// <summary>The order in which the extremes of a bar are met.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="position">The position that the order opens or closes: one sequence cannot be the worse for a long and a short at once.</param>
    PathOrder Order(in MatchedBar bar, Direction position);
}
