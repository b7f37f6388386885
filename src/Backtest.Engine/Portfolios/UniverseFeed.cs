using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Follows symbols out of universes: ahead of the first bar of a day on which a symbol no longer belongs, entries that rest on it are
/// canceled.
/// </summary>
[Reads<ActionFeed>] // a split restates an order before anything asks for its end
[Reads<OrderExecution>(ReadTime.Before)]
[Reads<StrategyGroup>(ReadTime.Before)]
public sealed class UniverseFeed
{
    private const string LeftUniverse = "left_universe";

    private readonly StrategyGroup[] _strategies;
    private readonly WorkingOrders _working;

    internal UniverseFeed(IEnumerable<StrategyGroup> strategies, WorkingOrders working)
    {
        _strategies = [.. strategies.Where(strategy => strategy.CancelsOutsideUniverse)];
        _working = working;
    }

    /// <summary>Whether what rests may have to be canceled with any bar.</summary>
    internal bool IsAlert => _strategies.Length > 0 && _working.Count > 0;

    /// <summary>Emits what the bars of the turn bring to an end.</summary>
    public void OnBar(in Turn turn, ICancelEvents cancels)
    {
        if (!IsAlert)
            return;
        foreach (TurnBar bar in turn.Bars)
        {
            BarSeries series = turn.Series(bar.Series);
            foreach (StrategyGroup strategy in _strategies)
            {
                if (strategy.HasInUniverse(series.Instrument, series.Day[bar.Row]))
                    continue;
                var time = new DateTime(series.Start[bar.Row], DateTimeKind.Utc);
                _working.RequestCancelOfEntries(strategy.Index, series.Instrument, time, LeftUniverse, cancels);
            }
        }
    }
}
