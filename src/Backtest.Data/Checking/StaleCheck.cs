using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds bars that repeat the previous one in all prices and volume, as a feed that hangs produces them: five in a row, and for intraday bars ten
/// that last half an hour or more.
/// </summary>
internal sealed class StaleCheck(SourceSeries series) : IBarCheck
{
    private const int FewestDays = 5;
    private const int FewestWithinDay = 10;

    private readonly Finding _finding = new(series, "stale", "Check whether the feed stalled or the market was halted.");
    private readonly int _fewest = series.Timeframe.Ticks >= TimeSpan.TicksPerDay
        ? FewestDays
        : (int)Math.Max(FewestWithinDay, TimeSpan.FromMinutes(30).Ticks / series.Timeframe.Ticks);

    private (double Open, double High, double Low, double Close, double Volume) _last;
    private int _run;
    private long _runStart;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            var bar = (bars.Open[row], bars.High[row], bars.Low[row], bars.Close[row], bars.Volume[row]);
            if (bar == _last)
                _run++;
            else
            {
                Close();
                (_last, _run, _runStart) = (bar, 1, bars.Start[row]);
            }
        }
    }

    public IEnumerable<DataFinding> Findings()
    {
        Close();
        _run = 0;
        return _finding.All();
    }

    private void Close()
    {
        if (_run < _fewest)
            return;
        int run = _run;
        if (_finding.Add(_runStart, run - 1))
            _finding.Message = FormattableString.Invariant($"{run} consecutive bars have the same prices and volume");
    }
}
