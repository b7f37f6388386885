using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Accumulates the figures of a classifier's regimes.</summary>
internal sealed class RegimeTally
{
    private readonly string[] _regimes;
    private readonly decimal[] _profit;
    private readonly int[] _trades;
    private readonly long[] _bars;

    public RegimeTally(ClassifierDescription classifier)
    {
        Classifier = classifier.Name;
        _regimes = [.. classifier.States, RegimeEvent.Unknown];
        _profit = new decimal[_regimes.Length];
        _trades = new int[_regimes.Length];
        _bars = new long[_regimes.Length];
    }

    public string Classifier { get; }

    /// <summary>Updates the number of bars spent in each state.</summary>
    public void Add(ClassifierJournal journal) => journal.BarsInState.CopyTo(_bars, 0);

    /// <summary>Adds a trade of a portfolio under the classifier.</summary>
    public void Add(in TradeEvent trade)
    {
        int regime = Array.IndexOf(_regimes, trade.EntryRegime);
        if (regime < 0)
            return;
        _profit[regime] += trade.Profit;
        _trades[regime]++;
    }

    public IReadOnlyDictionary<string, RegimeMetrics> Measure()
    {
        long all = _bars.Sum();
        var metrics = new OrderedDictionary<string, RegimeMetrics>(StringComparer.Ordinal);
        for (int i = 0; i < _regimes.Length; i++)
        {
            metrics[_regimes[i]] = new RegimeMetrics
            {
                TimeSpent = all > 0 ? (double)_bars[i] / all : null,
                Profit = _profit[i],
                Trades = _trades[i],
            };
        }

        return metrics;
    }
}
