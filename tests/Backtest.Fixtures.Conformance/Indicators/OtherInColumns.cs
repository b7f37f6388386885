using Backtest.Abstractions.Runtime;

namespace Backtest.Fixtures;

/// <summary>Gives different values in columns than bar by bar.</summary>
public sealed partial class OtherInColumns : ISeriesIndicator<double>, ISeriesColumn<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(double value)
    {
        IsReady = true;
        return 3 * value / 7;
    }

    public void Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        IsReady = true;
        for (int row = 0; row < values.Length; row++)
            values[row] = inputs[row] * (3.0 / 7);
        done += values.Length;
    }

    public void Reset() => IsReady = false;
}
