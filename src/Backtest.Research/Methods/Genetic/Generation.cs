namespace Backtest.Research;

/// <summary>The parents of a generation, selected from all previous generations.</summary>
internal sealed class Generation
{
    private readonly TrialRanking _ranking;

    private Generation(IReadOnlyList<SearchTrial> parents)
    {
        Parents = parents;
        _ranking = new TrialRanking(parents);
    }

    /// <summary>The parents.</summary>
    public IReadOnlyList<SearchTrial> Parents { get; }

    /// <summary>The parents after all complete generations: repeatedly, the best of parents and children together.</summary>
    /// <param name="trials">The trials in order.</param>
    /// <param name="population">The number of trials per generation.</param>
    public static Generation After(IReadOnlyList<SearchTrial> trials, int population)
    {
        IReadOnlyList<SearchTrial> parents = [];
        for (int end = population; end <= trials.Count; end += population)
        {
            SearchTrial[] all = [.. parents, .. trials.Skip(end - population).Take(population)];
            parents = [.. new TrialRanking(all).BestFirst.Take(population).Select(i => all[i])];
        }

        return new Generation(parents);
    }

    /// <summary>The better of two parents drawn at random.</summary>
    public SearchPoint Tournament(ref SearchRandom random)
    {
        int one = random.NextInt32(Parents.Count);
        int other = random.NextInt32(Parents.Count);
        int byFront = _ranking.FrontOf(one).CompareTo(_ranking.FrontOf(other));
        int order = byFront != 0 ? byFront : _ranking.CrowdingOf(other).CompareTo(_ranking.CrowdingOf(one));
        return Parents[order <= 0 ? one : other].Proposal.Point;
    }
}
