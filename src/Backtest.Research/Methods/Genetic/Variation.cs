namespace Backtest.Research;

/// <summary>
/// Creates children from parents in the unit cube: simulated binary crossover (K. Deb and R. Agrawal, 1995) and polynomial mutation (K. Deb and M.
/// Goyal, 1996), both kept within the bounds as in Deb's own program. A choice is inherited from one parent, and mutates to any value.
/// </summary>
/// <param name="dimensions">The dimensions.</param>
/// <param name="crossoverIndex">How close children are to their parents; 0 or more.</param>
/// <param name="mutationIndex">How close a mutated number is to the original; 0 or more.</param>
internal sealed class Variation(IReadOnlyList<SearchDimension> dimensions, double crossoverIndex, double mutationIndex)
{
    private const double Nearest = 1e-14;

    /// <summary>A child of two parents.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="first">The first parent.</param>
    /// <param name="second">The second parent.</param>
    /// <param name="crosses">Whether to cross numbers; otherwise the child starts as a copy of the first parent.</param>
    public double[] Child(ref SearchRandom random, ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool crosses)
    {
        double[] child = [.. first];
        for (int i = 0; crosses && i < child.Length; i++)
        {
            // Half of the numbers are crossed, and each takes the value of either of the two possible children.
            bool isCrossed = random.NextUnit() < 0.5;
            if (dimensions[i].IsChoice)
                child[i] = isCrossed ? second[i] : first[i];
            else if (isCrossed && Math.Abs(first[i] - second[i]) > Nearest)
                child[i] = Cross(ref random, Math.Min(first[i], second[i]), Math.Max(first[i], second[i]));
        }

        return child;
    }

    /// <summary>Mutates each number with probability one divided by their count.</summary>
    public void Mutate(ref SearchRandom random, Span<double> child)
    {
        for (int i = 0; i < child.Length; i++)
        {
            if (random.NextUnit() * child.Length >= 1)
                continue;
            child[i] = dimensions[i].IsChoice
                ? (random.NextInt32(dimensions[i].Levels) + 0.5) / dimensions[i].Levels
                : Math.Clamp(child[i] + Shift(random.NextUnit(), child[i]), 0, 1);
        }
    }

    private double Cross(ref SearchRandom random, double low, double high)
    {
        double chance = random.NextUnit();
        bool isLower = random.NextUnit() < 0.5;
        double distance = high - low;
        double bound = 1 + (2 * (isLower ? low : 1 - high) / distance);
        double most = 2 - DeterministicMath.Pow(bound, -(crossoverIndex + 1));
        double spread = chance <= 1 / most
            ? DeterministicMath.Pow(chance * most, 1 / (crossoverIndex + 1))
            : DeterministicMath.Pow(1 / (2 - (chance * most)), 1 / (crossoverIndex + 1));
        double child = 0.5 * (low + high + ((isLower ? -spread : spread) * distance));
        return Math.Clamp(child, 0, 1);
    }

    private double Shift(double chance, double value)
    {
        double power = mutationIndex + 1;
        if (chance < 0.5)
            return DeterministicMath.Pow((2 * chance) + ((1 - (2 * chance)) * DeterministicMath.Pow(1 - value, power)), 1 / power) - 1;
        return 1 - DeterministicMath.Pow((2 * (1 - chance)) + ((2 * (chance - 0.5)) * DeterministicMath.Pow(value, power)), 1 / power);
    }
}
