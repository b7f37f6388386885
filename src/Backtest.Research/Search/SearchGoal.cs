namespace Backtest.Research;

/// <summary>A goal of a search, as tables name it.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Maximizes">Whether more is better.</param>
public sealed record SearchGoal(string Name, bool Maximizes)
{
    /// <summary>The loss that search methods see: lower is better, and a missing figure is worst.</summary>
    public double Loss(double? value) => value is { } found ? Maximizes ? -found : found : double.PositiveInfinity;
}
