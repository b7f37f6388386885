namespace Backtest.Data.Checking;

/// <summary>Counts the cases a check finds and keeps the first.</summary>
internal sealed class Finding(SourceSeries series, string code, string fix)
{
    private long _time;
    private long _count;

    /// <summary>What was found in the first case.</summary>
    public string Message { get; set; } = "";

    /// <summary>Counts a case.</summary>
    /// <param name="time">The start of the bar, UTC ticks.</param>
    /// <param name="count">How many bars it concerns.</param>
    /// <returns>Whether it is the first case, which needs a message.</returns>
    public bool Add(long time, long count = 1)
    {
        bool isFirst = _count == 0;
        if (isFirst)
            _time = time;
        _count += count;
        return isFirst;
    }

    /// <summary>The finding; empty if there was no case.</summary>
    public IEnumerable<DataFinding> All()
    {
        if (_count > 0)
            yield return new DataFinding(code, Message, fix, _count)
            {
                Symbol = series.Symbol,
                Timeframe = series.Timeframe,
                Time = new DateTime(_time, DateTimeKind.Utc),
            };
    }
}
