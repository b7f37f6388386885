namespace Backtest.Research;

/// <summary>What is better, as tables name it.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Maximizes">Whether more is better.</param>
public sealed record SearchGoal(string Name, bool Maximizes)
{
    /// <summary>What search methods see of a figure: lower is better, and what is not there is worst.</summary>
    public double Loss(double? value) => value is { } found ? Maximizes ? -found : found : double.PositiveInfinity;
}
