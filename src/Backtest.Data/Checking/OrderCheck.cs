using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>Finds bars that occur twice, precede the one above, or begin before it ended.</summary>
internal sealed class OrderCheck(SourceSeries series) : IBarCheck
{
    private readonly Finding _repeated = new(series, "repeated_time", "Remove one of the bars.");
    private readonly Finding _backward = new(series, "backward_time", "Sort the bars by time.");
    private readonly Finding _overlap = new(series, "overlap", "Check that data.timeframe is the length of the bars.");
    private long _start = long.MinValue;
    private long _end = long.MinValue;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            long start = bars.Start[row];
            if (start == _start && _repeated.Add(start))
                _repeated.Message = "the bar appears twice";
            if (start < _start && _backward.Add(start))
                _backward.Message = $"the bar follows one of {Text.Time(_start, series.Timeframe)}";
            if (start > _start && start < _end && _overlap.Add(start))
                _overlap.Message = $"the bar begins before the one of {Text.Time(_start, series.Timeframe)} ended";
            _start = start;
            _end = bars.End[row];
        }
    }

    public IEnumerable<DataFinding> Findings() => [.. _repeated.All(), .. _backward.All(), .. _overlap.All()];
}
