using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Memory;

/// <summary>Copies the bars of a symbol, column by column.</summary>
internal sealed class MemoryBarReader(SymbolBars bars) : IBarReader
{
    private int _part;
    private int _row;

    public int Read(BarSeries target, int count)
    {
        int read = 0;
        while (read < count && _part < bars.Parts.Count)
        {
            BarSeries part = bars.Parts[_part];
            int length = Math.Min(count - read, part.Count - _row);
            target.Append(part, _row, length);
            read += length;
            _row += length;
            if (_row == part.Count)
            {
                _part++;
                _row = 0;
            }
        }

        return read;
    }

    public void Dispose()
    {
    }
}
