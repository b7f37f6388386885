namespace Backtest.Abstractions.Runtime;

/// <summary>Records that a strategy emits, and passes nothing on.</summary>
/// <param name="position">What the strategy holds.</param>
internal sealed class SignalProbe(PositionCell position) : SignalEmitter
{
    /// <summary>Whether it has emitted.</summary>
    public bool HasSignal { get; set; }

    // The orders at work cannot be known ahead, so a strategy that reads them has to be called.
    public override ReadOnlySpan<OrderEvent> Orders
    {
        get
        {
            HasSignal = true;
            return [];
        }
    }

    // Trades change only with the position, and after such a change the strategy is asked again.
    public override ReadOnlySpan<ClosedTrade> Trades => position.Trades;

    public override SignalHandle Give(in SignalRequest request)
    {
        HasSignal = true;
        return default;
    }
}
