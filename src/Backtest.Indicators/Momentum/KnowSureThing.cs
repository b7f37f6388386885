namespace Backtest;

/// <summary>
/// The know sure thing: four rates of change in percent, each smoothed by a mean, the longer ones weighing more, and the mean of their sum.
/// Ready when the longest of them and then the signal are full.
/// </summary>
/// <remarks>M. J. Pring, Summed Rate of Change (KST), Stocks and Commodities 10:9, 1992: weights 1, 2, 3 and 4.</remarks>
public sealed partial class KnowSureThing : ISeriesIndicator<KnowSureThingValue>
{
    private Smoothed _first;
    private Smoothed _second;
    private Smoothed _third;
    private Smoothed _fourth;
    private MovingMean _signal;

    /// <summary>The know sure thing.</summary>
    /// <param name="changeFirst">Period of the shortest rate of change; at least 1. Pring's is 10.</param>
    /// <param name="changeSecond">Period of the second rate of change; at least 1. Pring's is 15.</param>
    /// <param name="changeThird">Period of the third rate of change; at least 1. Pring's is 20.</param>
    /// <param name="changeFourth">Period of the longest rate of change; at least 1. Pring's is 30.</param>
    /// <param name="meanFirst">Period of the mean of the shortest rate of change; at least 1. Pring's is 10.</param>
    /// <param name="meanSecond">Period of the mean of the second rate of change; at least 1. Pring's is 10.</param>
    /// <param name="meanThird">Period of the mean of the third rate of change; at least 1. Pring's is 10.</param>
    /// <param name="meanFourth">Period of the mean of the longest rate of change; at least 1. Pring's is 15.</param>
    /// <param name="signal">Period of the mean of the sum; at least 1. Pring's is 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public KnowSureThing(
        int changeFirst, int changeSecond, int changeThird, int changeFourth,
        int meanFirst, int meanSecond, int meanThird, int meanFourth, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(changeFirst, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(changeSecond, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(changeThird, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(changeFourth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanFirst, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanSecond, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanThird, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanFourth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _first = new Smoothed(changeFirst, meanFirst);
        _second = new Smoothed(changeSecond, meanSecond);
        _third = new Smoothed(changeThird, meanThird);
        _fourth = new Smoothed(changeFourth, meanFourth);
        _signal = new MovingMean(signal);
    }

    /// <inheritdoc/>
    public bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public KnowSureThingValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public KnowSureThingValue Update(double value)
    {
        double sum = _first.Update(value) + 2 * _second.Update(value) + 3 * _third.Update(value) + 4 * _fourth.Update(value);
        if (!_first.IsReady || !_second.IsReady || !_third.IsReady || !_fourth.IsReady)
            return Undefined;
        double signal = _signal.Update(sum);
        return _signal.IsReady ? new KnowSureThingValue(sum, signal) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _first.Reset();
        _second.Reset();
        _third.Reset();
        _fourth.Reset();
        _signal.Reset();
    }

    private struct Smoothed(int change, int mean)
    {
        private Delay _earlier = new(change);
        private MovingMean _mean = new(mean);

        public readonly bool IsReady => _mean.IsReady;

        public double Update(double value)
        {
            double change = 100 * (value / _earlier.Update(value) - 1);
            return _earlier.IsReady ? _mean.Update(change) : double.NaN;
        }

        public void Reset()
        {
            _earlier.Reset();
            _mean.Reset();
        }
    }
}
