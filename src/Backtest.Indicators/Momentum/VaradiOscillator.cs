namespace Backtest;

/// <summary>
/// DV2: the percentage of the last values that are below the newest, of the mean of closes over their median prices, from 0 to below 100.
/// Ready at bar <c>rank</c> + <c>averaging</c> − 1.
/// </summary>
/// <remarks>D. Varadi, 2009: the mean over two bars, ranked among a year of 252.</remarks>
public sealed partial class VaradiOscillator : IBarIndicator<double>
{
    private readonly double _rank;
    private MovingMean _mean;
    private SortedWindow _ranked;

    /// <summary>DV2.</summary>
    /// <param name="rank">How many values the newest is ranked among, itself included; at least 1. Varadi's is 252.</param>
    /// <param name="averaging">Period of the mean; at least 1. Varadi's is 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank or the averaging is below 1.</exception>
    public VaradiOscillator(int rank, int averaging)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(averaging, 1);
        _rank = rank;
        _mean = new MovingMean(averaging);
        _ranked = new SortedWindow(rank);
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double mean = _mean.Update(bar.Close / ((bar.High + bar.Low) / 2));
        if (!double.IsFinite(mean))
        {
            _ranked.Reset();
            return double.NaN;
        }

        _ranked.Update(mean);
        IsReady |= _ranked.IsReady;
        return _ranked.IsReady ? 100 * (_ranked.CountBelow(mean) / _rank) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _mean.Reset();
        _ranked.Reset();
        IsReady = false;
    }
}
