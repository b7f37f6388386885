namespace Backtest.Research;

/// <summary>The points a search has visited.</summary>
internal sealed class TakenPoints
{
    private readonly HashSet<SearchPoint> _points = [];
    private readonly double _count;

    /// <param name="space">The space of the search.</param>
    /// <param name="trials">The trials so far.</param>
    public TakenPoints(SearchSpace space, IReadOnlyList<SearchTrial> trials)
    {
        _count = space.Count ?? double.PositiveInfinity;
        foreach (SearchTrial trial in trials)
            _points.Add(trial.Proposal.Point);
    }

    /// <summary>Whether no point is left, ignoring constraints.</summary>
    public bool IsFull => _points.Count >= _count;

    /// <summary>Whether the search has visited a point.</summary>
    public bool Contains(SearchPoint point) => _points.Contains(point);

    /// <summary>Adds a point; false if it was already taken.</summary>
    public bool Add(SearchPoint point) => _points.Add(point);
}
