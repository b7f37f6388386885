namespace Backtest;

/// <summary>An envelope: its input, and a fraction of it above and below. Ready at the first value. Give it a moving average as its input.</summary>
public sealed partial class Envelope : ISeriesIndicator<ChannelValue>
{
    private readonly double _fraction;

    /// <summary>An envelope.</summary>
    /// <param name="fraction">How far the lines are from the middle, as a fraction of it; above 0. 0.025 is 2.5%.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not a finite number above 0.</exception>
    public Envelope(double fraction)
    {
        Require.AboveZero(fraction);
        _fraction = fraction;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChannelValue Update(double value)
    {
        IsReady = true;
        return new ChannelValue(value * (1 + _fraction), value, value * (1 - _fraction));
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
