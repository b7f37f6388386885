using System.Runtime.InteropServices;

namespace Backtest.Engine;

// Keeps closed trades for plugins that read them.
public sealed partial class Portfolio
{
    private bool _keepsTrades;
    private List<ClosedTrade>? _trades; // null if the risk manager does not read them

    /// <summary>The closed trades, oldest first.</summary>
    /// <exception cref="InvalidOperationException">They are not kept.</exception>
    internal ReadOnlySpan<ClosedTrade> ClosedTrades => _trades is { } trades
        ? CollectionsMarshal.AsSpan(trades)
        : throw new InvalidOperationException("trades are kept only for risk managers that read them: set ReadsTrades = true on the attribute");

    /// <summary>Keeps the trades of all strategies; called before the first bar.</summary>
    internal void KeepTrades()
    {
        _trades = [];
        _keepsTrades = true;
    }

    /// <summary>Keeps the trades of one strategy; called before the first bar.</summary>
    internal void KeepTrades(int strategy)
    {
        for (int instrument = 0; instrument < _holdings.GetLength(1); instrument++)
            _holdings[strategy, instrument].Cell.KeepTrades();
        _keepsTrades = true;
    }

    /// <summary>A strategy's position, valued at the last close.</summary>
    internal Position PositionOf(Holding holding)
    {
        int index = holding.Instrument.Index;
        if (holding.Quantity != 0)
            holding.Cell.Mark(_market.LastBar(index).Index, _market.Close(index));
        return holding.Cell.Position;
    }

    private void Keep(Holding holding, in TradeEvent trade)
    {
        if (!_keepsTrades)
            return;
        ClosedTrade closed = new()
        {
            StrategyIndex = trade.StrategyIndex,
            Instrument = trade.Instrument,
            Direction = trade.Direction,
            Quantity = trade.Quantity,
            EntryTime = new DateTime(trade.EntryTime, DateTimeKind.Utc),
            EntryPrice = trade.EntryPrice,
            ExitTime = new DateTime(trade.ExitTime, DateTimeKind.Utc),
            ExitPrice = trade.ExitPrice,
            Profit = trade.Profit,
            Return = trade.Return,
            Bars = trade.Bars,
        };
        _trades?.Add(closed);
        holding.Cell.Add(closed);
    }
}
