namespace Backtest.Abstractions.Runtime;

/// <summary>Takes note that a strategy emits, and lets nothing out.</summary>
/// <param name="position">What the strategy holds.</param>
internal sealed class SignalProbe(PositionCell position) : SignalEmitter
{
    /// <summary>Whether it has.</summary>
    public bool HasSignal { get; set; }

    // What is at work cannot be known ahead: a strategy that looks has to be called.
    public override ReadOnlySpan<OrderEvent> Orders
    {
        get
        {
            HasSignal = true;
            return [];
        }
    }

    // They change with the position alone, and a change of that has the strategy asked anew.
    public override ReadOnlySpan<ClosedTrade> Trades => position.Trades;

    public override SignalHandle Give(in SignalRequest request)
    {
        HasSignal = true;
        return default;
    }
}
