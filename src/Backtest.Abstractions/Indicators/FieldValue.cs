using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>A field of the bar as it is.</summary>
internal sealed class FieldValue(BarField field) : IBarIndicator<double>, IBarColumn<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return bar[field];
    }

    public void Update(BarSeries bars, int from, Span<double> values, ref int done)
    {
        IsReady = true;
        if (bars.Column(field) is { } column)
        {
            column.AsSpan(from, values.Length).CopyTo(values);
        }
        else
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = new BarEvent(bars, from + row)[field];
        }

        done += values.Length;
    }

    public void Reset() => IsReady = false;
}
