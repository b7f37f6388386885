using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Cancels resting entries on symbols that leave universes, before the first bar of the day from which on they do not belong to one.
/// </summary>
[Reads<ActionFeed>] // a split restates an order before its cancellation is requested
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

    /// <summary>Whether resting orders may have to be canceled with any bar.</summary>
    internal bool IsAlert => _strategies.Length > 0 && _working.Count > 0;

    /// <summary>Emits the cancellations due with the bars of the turn.</summary>
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
