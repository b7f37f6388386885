using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Synthetic;

/// <summary>Computes a symbol's bars on request; past bars are not kept.</summary>
internal sealed class SyntheticBarReader : IBarReader
{
    private readonly BarGrid _grid;
    private readonly RandomWalk _walk;
    private readonly CounterRandom _omissions;
    private readonly double _missing;
    private readonly long _end;
    private long _next;
    private long _start;

    public SyntheticBarReader(SyntheticBars bars, BarGrid grid, string symbol)
    {
        _grid = grid;
        _walk = new RandomWalk(bars, symbol);
        _omissions = new CounterRandom(bars.Seed, $"{symbol}\0missing");
        _missing = bars.Missing;
        _end = grid.First + grid.Count;
        _start = grid.Start(grid.First);
        for (; _next < grid.First; _next++)
            _walk.Next(out _, out _, out _, out _, out _);
    }

    public int Read(BarSeries target, int count)
    {
        int made = 0;
        while (made < count && _next < _end)
        {
            long end = _grid.Start(_next + 1);
            _walk.Next(out double open, out double high, out double low, out double close, out double volume);
            if (_missing == 0 || _omissions.Uniform((ulong)_next) >= _missing)
            {
                target.Append(_start, end, open, high, low, close, volume, _grid.Day(_start));
                made++;
            }

            _start = end;
            _next++;
        }

        return made;
    }

    public void Dispose()
    {
    }
}
