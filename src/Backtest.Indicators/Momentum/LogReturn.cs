namespace Backtest;

/// <summary>The natural logarithm of the value over the one before. Ready at the second value. Not a number if the values differ in sign.</summary>
public sealed partial class LogReturn : ISeriesIndicator<double>
{
    private double _previous = double.NaN;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        IsReady |= !double.IsNaN(_previous);
        double ratio = value / _previous;
        _previous = value;
        return DeterministicMath.Log(ratio);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _previous = double.NaN;
        IsReady = false;
    }
}
