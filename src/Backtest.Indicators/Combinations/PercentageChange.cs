namespace Backtest;

/// <summary>The percentage by which each number is above the one before.</summary>
internal sealed partial class PercentageChange : ISeriesIndicator<double>
{
    private double _previous;
    private bool _hasPrevious;

    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(double value)
    {
        IsReady = _hasPrevious;
        double change = _hasPrevious ? PercentageAbove.Of(value, _previous) : double.NaN;
        _previous = value;
        _hasPrevious = true;
        return change;
    }

    public void Reset()
    {
        _hasPrevious = false;
        IsReady = false;
    }
}
