namespace Backtest;

/// <summary>
/// The mean price of what was traded since the trading day began, each bar's typical price weighted by its volume. Restarts with each trading day;
/// ready at the first bar. It is the typical price itself until something is traded.
/// </summary>
/// <remarks>
/// S. A. Berkowitz, D. E. Logue and E. A. Noser, The Total Cost of Transactions on the NYSE, 1988. The typical price is (high + low + close) / 3.
/// What is summed is the distance to the day's first one, so that a constant price has exactly that price as its mean.
/// </remarks>
[ReadsVolume]
public sealed partial class VolumeWeightedAveragePrice : IBarIndicator<double>
{
    private bool _isRunning;
    private DateOnly _day;
    private double _first;
    private double _distances;
    private double _volume;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double price = bar[BarField.Typical];
        if (!double.IsFinite(price * bar.Volume))
        {
            _isRunning = false;
            return double.NaN;
        }

        if (!_isRunning || bar.TradingDay != _day)
            Begin(bar.TradingDay, price);
        _distances += (price - _first) * bar.Volume;
        _volume += bar.Volume;
        return _volume == 0 ? price : _first + _distances / _volume;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = _isRunning = false;

    private void Begin(DateOnly day, double price)
    {
        IsReady = _isRunning = true;
        _day = day;
        _first = price;
        _distances = 0;
        _volume = 0;
    }
}
