namespace Backtest.Abstractions.Runtime;

/// <summary>Takes note that a strategy emits, and lets nothing out.</summary>
internal sealed class SignalProbe : SignalEmitter
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

    public override SignalHandle Give(in SignalRequest request)
    {
        HasSignal = true;
        return default;
    }
}
