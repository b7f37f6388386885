using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps every signal.</summary>
internal sealed class SignalRecorder : SignalEmitter
{
    public List<RecordedSignal> Signals { get; } = [];

    public override SignalHandle Enter(Direction direction, in EntryTerms terms) =>
        Add(new RecordedSignal(Row, SignalAction.Enter, direction, terms.Strength, terms, terms.Reason));

    public override SignalHandle Exit(double fraction, string? reason) =>
        Add(new RecordedSignal(Row, SignalAction.Exit, default, fraction, default, reason));

    private SignalHandle Add(RecordedSignal signal)
    {
        Signals.Add(signal);
        return new SignalHandle(Signals.Count);
    }
}
