namespace Backtest;

/// <summary>
/// The period of the dominant cycle by the homodyne discriminator of a Hilbert transform, in bars, from 6 to 50. Ready at the 33rd value,
/// when all taps hold values. Ehlers reads the median price, <see cref="MedianPrice"/>.
/// </summary>
/// <remarks>J. F. Ehlers, Rocket Science for Traders, 2001. It begins at rest, with the shortest period.</remarks>
public sealed partial class DominantCycle : ISeriesIndicator<double>
{
    private const double Shortest = 6;
    private const double Longest = 50;
    private const int WarmUp = 33;

    private readonly HilbertTransform _detrended = new();
    private readonly HilbertTransform _quadrature = new();
    private readonly HilbertTransform _inPhaseAhead = new();
    private readonly HilbertTransform _quadratureAhead = new();
    private readonly double[] _values = new double[4];
    private readonly double[] _inPhases = new double[4];
    private int _count;
    private double _inPhase;
    private double _outOfPhase;
    private double _real;
    private double _imaginary;
    private double _period = Shortest;
    private double _smoothed = Shortest;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        if (!double.IsFinite(value))
            return Restart();
        if (_count == 0)
            Array.Fill(_values, value);
        Shift(_values, value);
        double smooth = value + (3 * (_values[1] - value) + 2 * (_values[2] - value) + (_values[3] - value)) / 10;
        if (_count < WarmUp)
            _count++;

        Follow(smooth, 0.075 * _period + 0.54);
        IsReady |= _count == WarmUp;
        return _count == WarmUp ? _smoothed : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private double Restart()
    {
        _detrended.Reset();
        _quadrature.Reset();
        _inPhaseAhead.Reset();
        _quadratureAhead.Reset();
        Array.Clear(_inPhases);
        _count = 0;
        _inPhase = _outOfPhase = _real = _imaginary = 0;
        _period = _smoothed = Shortest;
        return double.NaN;
    }

    private void Follow(double smooth, double gain)
    {
        if (_count == 1)
            _detrended.Fill(smooth);
        double detrended = gain * _detrended.Update(smooth);
        double quadrature = gain * _quadrature.Update(detrended);
        Shift(_inPhases, detrended);
        double inPhase = _inPhases[3];

        // Both turned by 90 degrees; the sum is a phasor, smoothed before it is compared with the one before.
        double turnedInPhase = gain * _inPhaseAhead.Update(inPhase);
        double turnedQuadrature = gain * _quadratureAhead.Update(quadrature);
        double real = 0.2 * (inPhase - turnedQuadrature) + 0.8 * _inPhase;
        double imaginary = 0.2 * (quadrature + turnedInPhase) + 0.8 * _outOfPhase;
        _real = 0.2 * (real * _inPhase + imaginary * _outOfPhase) + 0.8 * _real;
        _imaginary = 0.2 * (real * _outOfPhase - imaginary * _inPhase) + 0.8 * _imaginary;
        _inPhase = real;
        _outOfPhase = imaginary;
        Measure();
    }

    private void Measure()
    {
        double period = _period;
        if (_imaginary != 0 && _real != 0)
            period = 2 * Math.PI / DeterministicMath.Atan(_imaginary / _real);
        period = Math.Max(Math.Min(period, 1.5 * _period), 0.67 * _period);
        period = Math.Clamp(period, Shortest, Longest);
        _period += 0.2 * (period - _period);
        _smoothed += 0.33 * (_period - _smoothed);
    }

    private static void Shift(double[] values, double newest)
    {
        values[3] = values[2];
        values[2] = values[1];
        values[1] = values[0];
        values[0] = newest;
    }
}
