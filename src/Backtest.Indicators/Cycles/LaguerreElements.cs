namespace Backtest;

/// <summary>Four elements of a Laguerre filter, each a damped delay; all begin at the first value.</summary>
/// <remarks>
/// J. F. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004. Written so that a series at rest leaves them exactly there.
/// </remarks>
internal struct LaguerreElements(double damping)
{
    private bool _isRunning;

    /// <summary>Whether there was a value.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>The first element.</summary>
    public double First { get; private set; }

    /// <summary>The second.</summary>
    public double Second { get; private set; }

    /// <summary>The third.</summary>
    public double Third { get; private set; }

    /// <summary>The fourth.</summary>
    public double Fourth { get; private set; }

    /// <summary>Takes the next value.</summary>
    public void Update(double value)
    {
        if (!_isRunning)
            First = Second = Third = Fourth = value;
        IsStarted = true;
        _isRunning = double.IsFinite(value);
        if (!_isRunning)
        {
            First = Second = Third = Fourth = double.NaN;
            return;
        }

        double first = value - (value - First) * damping;
        double second = First + (Second - first) * damping;
        double third = Second + (Third - second) * damping;
        Fourth = Third + (Fourth - third) * damping;
        First = first;
        Second = second;
        Third = third;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset() => IsStarted = _isRunning = false;
}
