using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Backtest.Abstractions.Runtime;

/// <summary>Where the ledger keeps one strategy's position in one instrument for the strategy to read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PositionCell
{
    private Position _position;
    private double _quantity;
    private double _cost;
    private long _entryIndex;
    private List<ClosedTrade>? _trades; // null if no plugin reads them

    /// <summary>The position now.</summary>
    public ref Position Position => ref _position;

    /// <summary>Counts the changes of the position; marks do not count.</summary>
    public int Version { get; private set; }

    /// <summary>The closed trades, oldest first.</summary>
    /// <exception cref="InvalidOperationException">They are not kept.</exception>
    public ReadOnlySpan<ClosedTrade> Trades => _trades is { } trades
        ? CollectionsMarshal.AsSpan(trades)
        : throw new InvalidOperationException("trades are kept only for plugins that read them: set ReadsTrades = true on the attribute");

    /// <summary>Keeps trades from now on.</summary>
    public void KeepTrades() => _trades ??= [];

    /// <summary>Adds a closed trade, if trades are kept.</summary>
    public void Add(in ClosedTrade trade) => _trades?.Add(trade);

    /// <summary>Sets what marks are computed from, and counts a change.</summary>
    /// <param name="quantity">What is held, times the multiplier; below zero short.</param>
    /// <param name="cost">The money it cost.</param>
    /// <param name="entryIndex">The index in the history of the bar it was opened on.</param>
    public void Hold(double quantity, double cost, long entryIndex)
    {
        (_quantity, _cost, _entryIndex) = (quantity, cost, entryIndex);
        Version++;
    }

    /// <summary>Values what is held at the close of a bar.</summary>
    /// <param name="index">The index of the bar in the history.</param>
    /// <param name="close">Its close.</param>
    public void Mark(long index, double close)
    {
        if (_quantity == 0)
            return;
        _position = _position with
        {
            BarsHeld = (int)(index - _entryIndex),
            UnrealizedProfit = (_quantity * close) - _cost,
        };
    }
}
