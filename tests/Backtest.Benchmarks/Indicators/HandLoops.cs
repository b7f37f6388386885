using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>The arithmetic of a few indicators in bare loops: the limit of what the library can reach.</summary>
internal sealed class HandLoops(int rows)
{
    private readonly double[] _values = new double[rows];
    private readonly BandValue[] _bands = new BandValue[rows];

    /// <summary>An exponential average that starts at the first value.</summary>
    public void Exponential(BarSeries bars, int period)
    {
        double kept = 1 - 2 / (period + 1.0);
        double mean = bars.Close[0];
        ReadOnlySpan<double> closes = bars.Close.AsSpan(0, rows);
        Span<double> values = _values;
        for (int row = 0; row < closes.Length; row++)
            values[row] = mean = closes[row] - (closes[row] - mean) * kept;
    }

    /// <summary>A mean in its usual form: a running sum that drifts.</summary>
    public void Simple(BarSeries bars, int period)
    {
        double sum = 0;
        ReadOnlySpan<double> closes = bars.Close.AsSpan(0, rows);
        Span<double> values = _values;
        for (int row = 0; row < closes.Length; row++)
        {
            sum += closes[row] - (row >= period ? closes[row - period] : 0);
            values[row] = sum / period;
        }
    }

    /// <summary>A relative strength index without an initial value.</summary>
    public void RelativeStrength(BarSeries bars, int period)
    {
        double kept = 1 - 1.0 / period;
        (double rises, double falls, double previous) = (0, 0, bars.Close[0]);
        ReadOnlySpan<double> closes = bars.Close.AsSpan(0, rows);
        Span<double> values = _values;
        for (int row = 0; row < closes.Length; row++)
        {
            double change = closes[row] - previous;
            previous = closes[row];
            double size = Math.Abs(change);
            double rise = 0.5 * (size + change);
            double fall = 0.5 * (size - change);
            rises = rise - (rise - rises) * kept;
            falls = fall - (fall - falls) * kept;
            double moves = rises + falls;
            values[row] = moves == 0 ? 50 : 100 * (rises / moves);
        }
    }

    /// <summary>Bollinger bands from running sums that drift.</summary>
    public void Bands(BarSeries bars, int period, double deviations)
    {
        (double sum, double squares) = (0, 0);
        ReadOnlySpan<double> closes = bars.Close.AsSpan(0, rows);
        Span<BandValue> values = _bands;
        for (int row = 0; row < closes.Length; row++)
        {
            double value = closes[row];
            double oldest = row >= period ? closes[row - period] : 0;
            sum += value - oldest;
            squares += value * value - oldest * oldest;
            double mean = sum / period;
            double deviation = Math.Sqrt(Math.Max(0, squares / period - mean * mean));
            double width = deviations * deviation;
            values[row] = new BandValue(mean + width, mean, mean - width, deviation);
        }
    }
}
