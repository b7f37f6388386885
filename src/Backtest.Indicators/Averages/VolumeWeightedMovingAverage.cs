namespace Backtest;

/// <summary>
/// The mean of the last closes, each weighted by its volume. Ready at the <c>period</c>-th bar. Where nothing was traded in the whole window, it is
/// the newest close.
/// </summary>
/// <remarks>Sums by blocks of one period, as in <see cref="MovingMean"/>: they do not drift.</remarks>
[ReadsVolume]
public sealed partial class VolumeWeightedMovingAverage : IBarIndicator<double>
{
    // Up to the cursor the newer block, from it on the older block's sums to its end.
    private readonly double[] _amounts;
    private readonly double[] _volumes;
    private int _cursor;
    private double _anchor;
    private double _newerAmount;
    private double _newerVolume;

    /// <summary>The mean of the last closes, weighted by volume.</summary>
    /// <param name="period">Number of bars; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public VolumeWeightedMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _amounts = new double[period];
        _volumes = new double[period];
        Reset();
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double close = bar.Close;
        double volume = bar.Volume;
        _amounts[_cursor] = close;
        _volumes[_cursor] = volume;
        if (++_cursor == _amounts.Length)
        {
            CloseBlock(close);
        }
        else
        {
            _newerAmount += volume * (close - _anchor);
            _newerVolume += volume;
        }
        double traded = _volumes[_cursor] + _newerVolume;
        return traded == 0 ? close : _anchor + (_amounts[_cursor] + _newerAmount) / traded;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Fill(_amounts, double.NaN);
        Array.Fill(_volumes, double.NaN);
        StartBlock(0);
        IsReady = false;
    }

    private void CloseBlock(double newest)
    {
        double anchor = Anchor.At(newest);
        double amount = 0;
        double volume = 0;
        for (int row = _amounts.Length - 1; row >= 0; row--)
        {
            amount += _volumes[row] * (_amounts[row] - anchor);
            volume += _volumes[row];
            _amounts[row] = amount;
            _volumes[row] = volume;
        }
        StartBlock(anchor);
        IsReady = true;
    }

    private void StartBlock(double anchor)
    {
        _anchor = anchor;
        _newerAmount = 0;
        _newerVolume = 0;
        _cursor = 0;
    }
}
