using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one parameter set of a strategy: requests made while another set decides are discarded.</summary>
/// <param name="signals">The emitter of the strategy, which numbers the signals of all sets.</param>
/// <param name="active">Selects the set that decides.</param>
/// <param name="set">The number of the set.</param>
internal sealed class SwitchedSignals(SignalEmitter signals, ParameterSwitch active, int set) : SignalEmitter
{
    // A set that decides later may cancel or amend a request that was discarded: there is no such order, which is not a fault.
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
