using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>Copies columns in bulk.</summary>
internal sealed class PreloadedBarReader(BarSeries series) : IBarReader
{
    private int _next;

    public int Read(BarSeries target, int count)
    {
        int length = Math.Min(count, series.Count - _next);
        target.Append(series, _next, length);
        _next += length;
        return length;
    }

    public void Dispose()
    {
    }
}
