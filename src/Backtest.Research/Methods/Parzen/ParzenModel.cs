namespace Backtest.Research;

/// <summary>The densities of good and bad trials.</summary>
internal sealed class ParzenModel
{
    private readonly SearchSpace _space;
    private readonly UnitScale[] _scales;
    private readonly ParzenEstimator _good;
    private readonly List<double[]> _bad;
    private readonly int _recent;
    private readonly double _priorWeight;
    private ParzenEstimator? _others;

    /// <param name="state">The trials so far.</param>
    /// <param name="gamma">The share of good trials.</param>
    /// <param name="mostGood">The maximum number of good trials.</param>
    /// <param name="recent">The number of most recent trials with full weight; the weights of earlier ones rise from the first on.</param>
    /// <param name="priorWeight">The weight of the prior.</param>
    public ParzenModel(SearchState state, double gamma, int mostGood, int recent, double priorWeight)
    {
        _space = state.Space;
        _scales = UnitScale.Of(_space);
        _recent = recent;
        _priorWeight = priorWeight;
        Taken = new TakenPoints(_space, state.Trials);
        IReadOnlyList<int> bestFirst = new TrialRanking(state.Trials).BestFirst;
        int goodCount = Math.Min((int)Math.Ceiling(gamma * bestFirst.Count), mostGood);
        // A trial without a loss is never good.
        var good = bestFirst.Take(goodCount).Where(i => Losses.AreFinite(state.Trials[i])).ToHashSet();
        _bad = [.. Points(state, i => !good.Contains(i))];
        _good = Estimate([.. Points(state, good.Contains)]);
    }

    /// <summary>The points tried or proposed.</summary>
    public TakenPoints Taken { get; }

    /// <summary>The best of some allowed candidates that are not taken, or null if there is none.</summary>
    public SearchPoint? Best(SearchRandom random, int candidates)
    {
        SearchPoint? best = null;
        double bestScore = double.NegativeInfinity;
        ParzenEstimator others = _others ??= Estimate(_bad);
        double[] place = new double[_scales.Length];
        for (int i = 0; i < candidates; i++)
        {
            _good.Draw(ref random, place);
            SearchPoint point = UnitScale.ToPoint(_scales, place);
            if (Taken.Contains(point) || !_space.Allows(point))
                continue;
            double[] units = UnitScale.ToUnits(_scales, point);
            double score = _good.LogDensity(units) - others.LogDensity(units);
            if (score <= bestScore)
                continue;
            best = point;
            bestScore = score;
        }

        return best;
    }

    /// <summary>Adds a point as if its trial had been bad.</summary>
    public void Take(SearchPoint point)
    {
        Taken.Add(point);
        _bad.Add(UnitScale.ToUnits(_scales, point));
        _others = null;
    }

    private IEnumerable<double[]> Points(SearchState state, Func<int, bool> isAmong) => Enumerable.Range(0, state.Trials.Count)
        .Where(isAmong)
        .Select(i => UnitScale.ToUnits(_scales, state.Trials[i].Proposal.Point));

    private ParzenEstimator Estimate(List<double[]> points)
    {
        double[] weights = new double[points.Count];
        int older = points.Count - _recent;
        for (int i = 0; i < weights.Length; i++)
            weights[i] = i >= older ? 1 : (1 + ((double)i * (points.Count - 1) / older)) / points.Count;
        return new ParzenEstimator(_space.Dimensions, points, weights, _priorWeight);
    }
}
