using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one parameter set of a strategy: what is asked for while another set decides is discarded.</summary>
/// <param name="signals">What the sets emit through; it numbers the signals of all.</param>
/// <param name="active">Says which decides.</param>
/// <param name="set">The number of the set.</param>
internal sealed class SwitchedSignals(SignalEmitter signals, ParameterSwitch active, int set) : SignalEmitter
{
    // A set that decides later may cancel or amend what it asked for before: there is no such order, which is no fault.
    private static readonly SignalHandle Discarded = new(int.MaxValue);

    public override ReadOnlySpan<OrderEvent> Orders => signals.Orders;

    public override ReadOnlySpan<ClosedTrade> Trades => signals.Trades;

    public override SignalHandle Give(in SignalRequest request)
    {
        if (active.Active != set)
            return Discarded;
        signals.Row = Row;
        return signals.Give(request);
    }
}
