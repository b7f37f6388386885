namespace Backtest.Research;

/// <summary>
/// Successive halving (K. Jamieson and A. Talwalkar, 2016): many random points on a small share of the data, then the best of them on a larger
/// share, and so on, with the last ones on all of it. Several losses are ranked by front and crowding distance. A trial without a loss does not
/// continue.
/// </summary>
[SearchMethod("halving", Description = "Tries many points on little data, and only the best of them on more (successive halving).")]
public sealed class HalvingMethod : ISearchMethod
{
    // The shares of rungs differ by far more than this, despite rounding when they are written.
    private const double Same = 1e-9;

    /// <summary>The factor by which each rung has fewer trials and more data.</summary>
    [Parameter(Min = 2, Max = 100,
        Description = "The factor by which each rung has fewer trials than the one before, and more data.")]
    public int Eta { get; init; } = 3;

    /// <summary>The number of rungs.</summary>
    [Parameter(Min = 1, Max = 20,
        Description = "The number of rungs. The first rung's share of the data is 'eta' to the power of 1 minus this number.")]
    public int Rungs { get; init; } = 3;

    /// <inheritdoc/>
    public bool IsAdaptive => true;

    /// <inheritdoc/>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        var plan = new HalvingPlan(state.Planned, Eta, Rungs);
        IReadOnlyList<SearchTrial> before = [];
        int behind = 0;
        for (int rung = 0; rung < plan.Rungs; rung++)
        {
            double share = plan.ShareOf(rung);
            SearchTrial[] done = [.. state.Trials.Skip(behind).TakeWhile(trial => Math.Abs(trial.Proposal.Share - share) < Same)];
            behind += done.Length;
            int wanted = Math.Min(plan.SizeOf(rung) - done.Length, state.Wanted);
            // If a later rung has begun, this one is complete, even if the space had too few points for it.
            if (behind == state.Trials.Count && wanted > 0)
            {
                IEnumerable<SearchPoint> next = rung == 0 ? Drawn(state, wanted) : Best(before).Skip(done.Length).Take(wanted);
                SearchProposal[] proposals = [.. next.Select(point => new SearchProposal(point, share))];
                if (proposals.Length > 0)
                    return proposals;
            }

            before = done;
        }

        return [];
    }

    private static IEnumerable<SearchPoint> Best(IReadOnlyList<SearchTrial> trials) => new TrialRanking(trials).BestFirst
        .Where(i => Losses.AreFinite(trials[i])).Select(i => trials[i].Proposal.Point);

    private static IEnumerable<SearchPoint> Drawn(SearchState state, int wanted)
    {
        var taken = new TakenPoints(state.Space, state.Trials);
        var points = new RandomPoints(state.Space, state.Seed, taken);
        for (int number = state.Trials.Count; wanted > 0 && points.Draw(number) is { } point; number++, wanted--)
        {
            taken.Add(point);
            yield return point;
        }
    }
}
