using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Accumulates closed trades for <see cref="TradeMetrics"/>.</summary>
internal sealed class TradeTally
{
    private int _count;
    private int _wins;
    private int _losses;
    private double _gain;
    private double _loss;
    private double _mean; // of profits, and the sum of squares about it (Welford, 1962), because profits may be large relative to their differences
    private double _squares;
    private double _best = double.NegativeInfinity;
    private double _worst = double.PositiveInfinity;
    private double _logarithms;
    private long _ticks;
    private long _longest;

    public void Add(in TradeEvent trade)
    {
        double profit = (double)trade.Profit;
        double outcome = (double)trade.Return;
        _count++;
        if (profit > 0)
        {
            _wins++;
            _gain += profit;
        }
        else if (profit < 0)
        {
            _losses++;
            _loss -= profit;
        }

        double before = profit - _mean;
        _mean += before / _count;
        _squares += before * (profit - _mean);
        _best = Math.Max(_best, outcome);
        _worst = Math.Min(_worst, outcome);
        _logarithms += outcome > -1 ? DeterministicMath.Log(1 + outcome) : double.NegativeInfinity;
        long ticks = trade.ExitBarStart - trade.EntryBarStart;
        _ticks += ticks;
        _longest = Math.Max(_longest, ticks);
    }

    /// <summary>
    /// Adds another tally (Chan, Golub and LeVeque, 1979); the result does not depend on what was added between its trades and these.
    /// </summary>
    public void Add(TradeTally other)
    {
        if (other._count == 0)
            return;
        int count = _count + other._count;
        double apart = other._mean - _mean;
        _squares += other._squares + (apart * apart * _count * other._count / count);
        _mean += apart * other._count / count;
        _count = count;
        _wins += other._wins;
        _losses += other._losses;
        _gain += other._gain;
        _loss += other._loss;
        _best = Math.Max(_best, other._best);
        _worst = Math.Min(_worst, other._worst);
        _logarithms += other._logarithms;
        _ticks += other._ticks;
        _longest = Math.Max(_longest, other._longest);
    }

    public TradeMetrics Measure()
    {
        if (_count == 0)
            return new TradeMetrics();
        double? winning = _wins > 0 ? _gain / _wins : null;
        double? losing = _losses > 0 ? _loss / _losses : null;
        double share = _wins / (double)_count;
        double deviation = _count > 1 ? Math.Sqrt(_squares / (_count - 1)) : 0;
        return new TradeMetrics
        {
            AverageLosingTrade = -losing,
            AverageWinningTrade = winning,
            BestTrade = _best,
            GeometricMeanTrade = double.IsFinite(_logarithms) ? DeterministicMath.Exp(_logarithms / _count) - 1 : null,
            KellyFraction = winning is not null && losing is not null ? share - ((1 - share) / (winning / losing)) : null,
            LongestTradeDays = Days(_longest),
            MeanTradeDays = Days(_ticks / (double)_count),
            SystemQualityNumber = deviation > 0 ? Math.Sqrt(_count) * _mean / deviation : null,
            WorstTrade = _worst,
        };
    }

    private static int Days(double ticks) => (int)Math.Ceiling(ticks / TimeSpan.TicksPerDay);
}
