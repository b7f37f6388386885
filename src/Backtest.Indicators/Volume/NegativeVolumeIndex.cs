namespace Backtest;

/// <summary>
/// An index that follows the close on bars whose volume is lower than that of the bar before, and stays unchanged on others; 1000 at the first bar.
/// Ready at the second bar.
/// </summary>
/// <remarks>P. Dysart, 1936; begun at 1000, as by N. Fosback, Stock Market Logic, 1976.</remarks>
[ReadsVolume]
public sealed partial class NegativeVolumeIndex : IBarIndicator<double>
{
    private const double Beginning = 1000;

    private double _index = Beginning;
    private double _previousClose = double.NaN;
    private double _previousVolume;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        bool isFirst = !double.IsFinite(_previousClose);
        if (!isFirst && bar.Volume < _previousVolume)
            _index *= bar.Close / _previousClose;
        IsReady |= !isFirst;
        _previousClose = bar.Close;
        _previousVolume = bar.Volume;
        if (!double.IsFinite(_index + bar.Close + bar.Volume))
            return Restart();
        return isFirst ? double.NaN : _index;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private double Restart()
    {
        _index = Beginning;
        return _previousClose = double.NaN;
    }
}
