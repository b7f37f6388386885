using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Reads bars from memory.</summary>
internal sealed class SeriesReader(BarSeries bars) : IBarReader
{
    private int _row;

    public int Read(BarSeries target, int count)
    {
        int read = Math.Min(count, bars.Count - _row);
        if (read > 0)
            target.Append(bars, _row, read);
        _row += read;
        return read;
    }

    public void Dispose()
    {
    }
}
