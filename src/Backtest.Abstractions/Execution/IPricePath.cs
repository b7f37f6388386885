namespace Backtest;

/// <summary>
/// Says in which order the levels of a bar are met. It is a pure function of what it is given. It is asked only about bars that touch an order.
/// </summary>
public interface IPricePath
{
    /// <summary>In which order the extremes of a bar are met.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="position">The position that the order opens or closes: one sequence cannot be the worse for a long and a short at once.</param>
    PathOrder Order(in MatchedBar bar, Direction position);
}
