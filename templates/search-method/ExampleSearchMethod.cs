using Backtest;

namespace ExampleNamespace;

/// <summary>
/// A Latin hypercube (M. McKay, R. Beckman, W. Conover, 1979): each parameter is cut into as many slices as trials are planned, and no two
/// trials share a slice of any parameter. Points that constraints refuse are left out, so that there are fewer trials then.
/// </summary>
[SearchMethod("example-id", Description = "A Latin hypercube: no two trials share a slice of any parameter.")]
public sealed class ExampleSearchMethod : ISearchMethod
{
    /// <summary>Whether each trial has the middle of its slices; otherwise any place in them.</summary>
    [Parameter(Description = "Whether each trial has the middle of its slices; otherwise any place in them.")]
    public bool Centered { get; init; }

    /// <summary>How earlier trials did changes nothing, so that all may be asked for at once.</summary>
    public bool IsAdaptive => false;

    /// <summary>Computes the whole cube anew at each call, and gives the points after those that were tried: nothing is kept.</summary>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        IReadOnlyList<SearchDimension> dimensions = state.Space.Dimensions;
        int[][] slices = [.. Enumerable.Range(0, dimensions.Count).Select(dimension => Shuffled(state.Planned, state.Seed, dimension))];
        var proposals = new List<SearchProposal>(state.Wanted);
        int tried = 0;
        for (int number = 0; number < state.Planned && proposals.Count < state.Wanted; number++)
        {
            var random = new SplitMix(state.Seed, dimensions.Count + number);
            double[] coordinates = new double[dimensions.Count];
            for (int dimension = 0; dimension < coordinates.Length; dimension++)
            {
                double place = Centered ? 0.5 : random.Next();
                coordinates[dimension] = Coordinate(dimensions[dimension], (slices[dimension][number] + place) / state.Planned);
            }

            var point = new SearchPoint(coordinates);
            if (state.Space.Allows(point) && tried++ >= state.Trials.Count)
                proposals.Add(new SearchProposal(point));
        }

        return proposals;
    }

    /// <summary>Where a share of the way through a parameter is, from 0 to below 1.</summary>
    private static double Coordinate(SearchDimension dimension, double share)
    {
        if (dimension.Levels > 0)
            return dimension.At((int)(share * dimension.Levels));
        if (!dimension.IsLog)
            return dimension.Nearest(dimension.From + (share * (dimension.To - dimension.From)));
        double from = DeterministicMath.Log(dimension.From);
        return dimension.Nearest(DeterministicMath.Exp(from + (share * (DeterministicMath.Log(dimension.To) - from))));
    }

    /// <summary>The numbers from 0 in an order that follows from the seed (R. Fisher, F. Yates, 1938).</summary>
    private static int[] Shuffled(int count, ulong seed, int stream)
    {
        var random = new SplitMix(seed, stream);
        int[] numbers = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            int other = (int)(random.Next() * (last + 1));
            (numbers[last], numbers[other]) = (numbers[other], numbers[last]);
        }

        return numbers;
    }
}
