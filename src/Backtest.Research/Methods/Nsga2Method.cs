namespace Backtest.Research;

/// <summary>
/// NSGA-II (K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, 2002): a population moves towards the front of all losses by non-dominated sorting,
/// crowding distance, binary tournaments, simulated binary crossover and polynomial mutation. Here each pair of parents has one child. Children
/// that constraints reject, and points already tried, are drawn again.
/// </summary>
[SearchMethod("nsga2", Description = "Moves a population toward the Pareto front of several objectives (NSGA-II).")]
public sealed class Nsga2Method : ISearchMethod
{
    private const int Draws = 100;

    /// <summary>The number of trials per generation.</summary>
    [Parameter(Min = 2, Max = 10_000, Description = "The number of trials of a generation.")]
    public int Population { get; init; } = 40;

    /// <summary>The probability that a child is crossed from two parents.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The probability that a child is a crossover of two parents instead of a copy of one.")]
    public double Crossover { get; init; } = 0.9;

    /// <summary>The distribution index of the crossover.</summary>
    [Parameter(Min = 0, Max = 1000,
        Description = "The distribution index of the crossover. With a higher index, children are closer to their parents.")]
    public double CrossoverIndex { get; init; } = 20;

    /// <summary>The distribution index of the mutation.</summary>
    [Parameter(Min = 0, Max = 1000, Description = "The distribution index of the mutation. With a higher index, mutations are smaller.")]
    public double MutationIndex { get; init; } = 20;

    /// <inheritdoc/>
    public bool IsAdaptive => true;

    /// <inheritdoc/>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        int count = state.Trials.Count;
        int wanted = Math.Min(state.Wanted, Population - (count % Population));
        if (count < Population)
        {
            SearchProposal[] first = [.. new EvenPoints(state.Space, state.Seed).Take(count, wanted)
                .Select(point => new SearchProposal(point))];
            if (first.Length > 0)
                return first;
        }

        return [.. Children(state, wanted).Select(point => new SearchProposal(point))];
    }

    private IEnumerable<SearchPoint> Children(SearchState state, int wanted)
    {
        Generation generation = Generation.After(state.Trials, Population);
        var taken = new TakenPoints(state.Space, state.Trials);
        var rest = new RandomPoints(state.Space, state.Seed, taken);
        UnitScale[] scales = UnitScale.Of(state.Space);
        var variation = new Variation(state.Space.Dimensions, CrossoverIndex, MutationIndex);
        for (int number = state.Trials.Count; number < state.Trials.Count + wanted; number++)
        {
            SearchPoint? child = null;
            var random = new SearchRandom(state.Seed, (ulong)number);
            for (int i = 0; child is null && generation.Parents.Count > 0 && i < Draws; i++)
            {
                double[] first = UnitScale.ToUnits(scales, generation.Tournament(ref random));
                double[] second = UnitScale.ToUnits(scales, generation.Tournament(ref random));
                double[] units = variation.Child(ref random, first, second, random.NextUnit() < Crossover);
                variation.Mutate(ref random, units);
                SearchPoint point = UnitScale.ToPoint(scales, units);
                if (!taken.Contains(point) && state.Space.Allows(point))
                    child = point;
            }

            child ??= rest.Draw(number);
            if (child is null)
                yield break;
            taken.Add(child);
            yield return child;
        }
    }
}
