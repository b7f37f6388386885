using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one parameter set of a strategy: what is asked for while another set decides is discarded.</summary>
/// <param name="signals">What the sets emit through; it numbers the signals of all.</param>
/// <param name="active">Says which decides.</param>
/// <param name="set">The number of the set.</param>
internal sealed class SwitchedSignals(SignalEmitter signals, ParameterSwitch active, int set) : SignalEmitter
{
    public override SignalHandle Enter(Direction direction, in EntryTerms terms)
    {
        if (active.Active != set)
            return default;
        signals.Row = Row;
        return signals.Enter(direction, terms);
    }

    public override SignalHandle Exit(double fraction = 1, string? reason = null)
    {
        if (active.Active != set)
            return default;
        signals.Row = Row;
        return signals.Exit(fraction, reason);
    }
}
