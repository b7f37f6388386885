namespace Backtest.Research;

/// <summary>The points a search has been at.</summary>
internal sealed class TakenPoints
{
    private readonly HashSet<SearchPoint> _points = [];
    private readonly double _count;

    /// <param name="space">Where is searched.</param>
    /// <param name="trials">The trials so far.</param>
    public TakenPoints(SearchSpace space, IReadOnlyList<SearchTrial> trials)
    {
        _count = space.Count ?? double.PositiveInfinity;
        foreach (SearchTrial trial in trials)
            _points.Add(trial.Proposal.Point);
    }

    /// <summary>Whether no point is left, constraints aside.</summary>
    public bool IsFull => _points.Count >= _count;

    /// <summary>Whether the search has been at a point.</summary>
    public bool Contains(SearchPoint point) => _points.Contains(point);

    /// <summary>Takes a point; false where it was taken.</summary>
    public bool Add(SearchPoint point) => _points.Add(point);
}
