namespace Backtest;

/// <summary>
/// The ultimate oscillator: the buying pressure of three windows as a share of their true ranges, the shorter ones weighing more, from 0 to
/// 100. Ready at the bar after the longest window. A window in which nothing has moved counts as halfway.
/// </summary>
/// <remarks>L. Williams, The Ultimate Oscillator, Stocks and Commodities 3:4, 1985: weights 4, 2 and 1.</remarks>
public sealed partial class UltimateOscillator : IBarIndicator<double>
{
    private Pressure _short;
    private Pressure _middle;
    private Pressure _long;
    private double _previousClose = double.NaN;

    /// <summary>The ultimate oscillator.</summary>
    /// <param name="shortest">The shortest window, in bars; at least 1. Williams' is 7.</param>
    /// <param name="middle">The middle window; at least 1. Williams' is 14.</param>
    /// <param name="longest">The longest window; at least 1. Williams' is 28.</param>
    /// <exception cref="ArgumentOutOfRangeException">A window is below 1.</exception>
    public UltimateOscillator(int shortest, int middle, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(middle, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        _short = new Pressure(shortest);
        _middle = new Pressure(middle);
        _long = new Pressure(longest);
    }

    /// <inheritdoc/>
    public bool IsReady => _short.IsReady && _middle.IsReady && _long.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previousClose = _previousClose;
        double close = _previousClose = bar.Close;
        if (!double.IsFinite(previousClose))
            return double.NaN;
        double bought = close - Math.Min(bar.Low, previousClose);
        double range = TrueRange.Of(bar.High, bar.Low, previousClose);
        double weighted = 4 * _short.Update(bought, range) + 2 * _middle.Update(bought, range) + _long.Update(bought, range);
        return 100 * (weighted / 7);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _short.Reset();
        _middle.Reset();
        _long.Reset();
        _previousClose = double.NaN;
    }

    private struct Pressure(int period)
    {
        private MovingMean _bought = new(period);
        private MovingMean _range = new(period);

        public readonly bool IsReady => _range.IsReady;

        public double Update(double bought, double range)
        {
            double part = _bought.Update(bought);
            double whole = _range.Update(range);
            return whole == 0 ? 0.5 : part / whole;
        }

        public void Reset()
        {
            _bought.Reset();
            _range.Reset();
        }
    }
}
