namespace Backtest.Abstractions.Runtime;

/// <summary>Takes note that a strategy emits, and lets nothing out.</summary>
internal sealed class SignalProbe : SignalEmitter
{
    /// <summary>Whether it has.</summary>
    public bool HasSignal { get; set; }

    public override SignalHandle Enter(Direction direction, in EntryTerms terms) => Note();

    public override SignalHandle Exit(double fraction = 1, string? reason = null) => Note();

    private SignalHandle Note()
    {
        HasSignal = true;
        return default;
    }
}
