using Backtest.Research;

namespace Backtest.Tests;

/// <summary>Searches without runs, in which the losses of a point are computed from it.</summary>
internal static class SearchSimulation
{
    /// <summary>The trials of a search that requests batches until all planned trials are made or the method ends.</summary>
    public static List<SearchTrial> Run(
        ISearchMethod method, SearchSpace space, Func<SearchPoint, double[]> losses, int planned, ulong seed,
        Func<int, int>? batch = null, int objectives = 1)
    {
        var trials = new List<SearchTrial>();
        while (trials.Count < planned)
        {
            int wanted = Math.Min(batch?.Invoke(trials.Count) ?? 1, planned - trials.Count);
            IReadOnlyList<SearchProposal> proposals = method.Propose(State(space, trials, wanted, planned, seed, objectives));
            Assert.InRange(proposals.Count, 0, wanted);
            if (proposals.Count == 0)
                break;
            foreach (SearchProposal proposal in proposals)
                trials.Add(new SearchTrial(trials.Count, proposal, losses(proposal.Point)));
        }

        return trials;
    }

    public static SearchState State(
        SearchSpace space, IReadOnlyList<SearchTrial> trials, int wanted, int planned, ulong seed = 1, int objectives = 1) => new()
        {
            Space = space,
            Trials = trials,
            Wanted = wanted,
            Planned = planned,
            Objectives = objectives,
            Seed = seed,
        };

    /// <summary>The points that a non-adaptive method proposes at once.</summary>
    public static SearchPoint[] Points(ISearchMethod method, SearchSpace space, int wanted, ulong seed = 1) =>
        [.. method.Propose(State(space, [], wanted, wanted, seed)).Select(proposal => proposal.Point)];

    /// <summary>Every method, non-adaptive ones first, with generations small enough for short searches.</summary>
    public static IReadOnlyList<ISearchMethod> Methods =>
    [
        new GridMethod(),
        new RandomMethod(),
        new SobolMethod(),
        new TpeMethod { StartupTrials = 6 },
        new Nsga2Method { Population = 7 },
        new HalvingMethod(),
    ];
}
