namespace Backtest.Research;

/// <summary>
/// Ranks trials from best to worst. With one loss, by that loss. With several, by the number of the front, then by crowding distance, largest first
/// (K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, 2002). Ties go to the earlier trial; trials without a loss come last.
/// </summary>
internal sealed class TrialRanking
{
    private readonly double[] _crowding;
    private readonly int[] _fronts;

    /// <param name="trials">The trials.</param>
    public TrialRanking(IReadOnlyList<SearchTrial> trials)
    {
        _fronts = new int[trials.Count];
        _crowding = new double[trials.Count];
        int[] finite = [.. Enumerable.Range(0, trials.Count).Where(i => Losses.AreFinite(trials[i]))];
        Array.Fill(_fronts, int.MaxValue);
        if (trials.Count > 0 && trials[0].Losses.Count == 1)
            RankByLoss(trials, finite);
        else
            RankByFront(trials, finite);
        BestFirst = [.. Enumerable.Range(0, trials.Count)
            .OrderBy(i => _fronts[i])
            .ThenByDescending(i => _crowding[i])
            .ThenBy(i => trials[i].Number)];
    }

    /// <summary>The indexes of the trials in their list, best first.</summary>
    public IReadOnlyList<int> BestFirst { get; }

    /// <summary>The front of a trial, from 0; the greatest integer if it has no loss.</summary>
    public int FrontOf(int index) => _fronts[index];

    /// <summary>The crowding distance of a trial within its front.</summary>
    public double CrowdingOf(int index) => _crowding[index];

    private void RankByLoss(IReadOnlyList<SearchTrial> trials, int[] finite)
    {
        int front = -1;
        double last = double.NaN;
        foreach (int index in finite.OrderBy(i => Losses.Of(trials[i])))
        {
            double loss = Losses.Of(trials[index]);
            if (loss != last)
                front++;
            last = loss;
            _fronts[index] = front;
        }
    }

    private void RankByFront(IReadOnlyList<SearchTrial> trials, int[] finite)
    {
        var dominated = new List<int>[trials.Count];
        int[] dominators = new int[trials.Count];
        double[][] losses = [.. trials.Select(trial => trial.Losses.ToArray())];
        for (int i = 0; i < finite.Length; i++)
        {
            dominated[finite[i]] = [];
            for (int j = 0; j < i; j++)
            {
                switch (Losses.Compare(losses[finite[i]], losses[finite[j]]))
                {
                    case Dominance.Better:
                        dominated[finite[i]].Add(finite[j]);
                        dominators[finite[j]]++;
                        break;
                    case Dominance.Worse:
                        dominated[finite[j]].Add(finite[i]);
                        dominators[finite[i]]++;
                        break;
                }
            }
        }

        List<int> front = [.. finite.Where(i => dominators[i] == 0)];
        for (int number = 0; front.Count > 0; number++)
        {
            foreach (int index in front)
                _fronts[index] = number;
            Crowd(trials, front);
            front = [.. front.SelectMany(index => dominated[index]).Where(index => --dominators[index] == 0)];
        }
    }

    private void Crowd(IReadOnlyList<SearchTrial> trials, List<int> front)
    {
        for (int objective = 0; objective < trials[0].Losses.Count; objective++)
        {
            int[] order = [.. front.OrderBy(i => Losses.Of(trials[i], objective)).ThenBy(i => trials[i].Number)];
            double range = Losses.Of(trials[order[^1]], objective) - Losses.Of(trials[order[0]], objective);
            _crowding[order[0]] = double.PositiveInfinity;
            _crowding[order[^1]] = double.PositiveInfinity;
            for (int i = 1; range > 0 && i < order.Length - 1; i++)
                _crowding[order[i]] += (Losses.Of(trials[order[i + 1]], objective) - Losses.Of(trials[order[i - 1]], objective)) / range;
        }
    }
}
