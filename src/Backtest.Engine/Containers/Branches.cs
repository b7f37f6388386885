namespace Backtest.Engine;

/// <summary>
/// The containers directly under the run. They share nothing that changes, so they may take a chunk in any order, or at once, and no result
/// depends on it.
/// </summary>
public sealed class Branches
{
    private readonly Action<BarChunk>[] _branches;

    internal Branches(IReadOnlyList<ClassifierContainer> classifiers, IReadOnlyList<RiskPortfolioContainer> portfolios)
    {
        _branches =
        [
            .. classifiers.Select(classifier => (Action<BarChunk>)classifier.OnBars),
            .. portfolios.Select(portfolio => (Action<BarChunk>)portfolio.TakeTurns),
        ];
    }

    /// <summary>How many may run at once; at least 1.</summary>
    internal int Threads { get; set; } = 1;

    /// <summary>Has every container take a chunk whose indicators are there.</summary>
    public void OnIndicators(in IndicatorsReady indicators)
    {
        BarChunk chunk = indicators.Chunk;
        if (Threads == 1 || _branches.Length == 1)
        {
            foreach (Action<BarChunk> branch in _branches)
                branch(chunk);
        }
        else
        {
            RunAtOnce(chunk);
        }
    }

    private void RunAtOnce(BarChunk chunk)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads };
        Parallel.ForEach(_branches, options, branch => branch(chunk));
    }
}
