namespace Backtest.Fixtures.Leaks;

/// <summary>The difference between a future value and the current one.</summary>
[IndicatorPlugin("peeking-indicator", Description = "By how much what comes is above what is.")]
public sealed partial class PeekingIndicator(double look = 0) : IBarIndicator<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        return Future.Difference(bar, (Look)(int)look);
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}

/// <summary>The close as a share of the highest close in its input column.</summary>
public sealed partial class NormalizedClose : ISeriesIndicator<double>, Abstractions.Runtime.ISeriesColumn<double>
{
    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        IsReady = true;
        return 1;
    }

    /// <inheritdoc/>
    public void Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        IsReady = true;
        double highest = 0;
        foreach (double input in inputs)
            highest = Math.Max(highest, input);
        for (int row = 0; row < values.Length; row++)
            values[row] = inputs[row] / highest;
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => IsReady = false;
}
